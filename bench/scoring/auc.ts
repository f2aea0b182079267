/** AUC of a million rows against scikit-learn. */
import { rocAuc } from "@braidyn/harness";
import { compared, fromPython, labelledScores, leastMs } from "./shared.ts";

const rounds = Number(process.argv[2] ?? 7);
const { truth, scores } = labelledScores(1_000_000, 1);
const ours = leastMs(rounds, () => void rocAuc(truth, scores));
const peer = fromPython<{ ms: number }>("with_numpy.py", "auc", String(rounds));
console.log(compared("AUC of 1,000,000 rows", ours, "scikit-learn", peer?.ms));
