export { level, predict } from "../../lever-pull/baselines/constant.ts";
