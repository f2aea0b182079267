export { level, predict } from "../../trajectory/baselines/average.ts";
