export { level, predict } from "../../lever-pull/baselines/linear.ts";
