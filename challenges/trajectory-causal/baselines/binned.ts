export { level, predict } from "../../trajectory/baselines/binned.ts";
