export { level, predict } from "../../lever-pull/baselines/binned.ts";
