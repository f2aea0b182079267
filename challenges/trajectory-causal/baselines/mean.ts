export { level, predict } from "../../trajectory/baselines/mean.ts";
