/** The interval of a board: 25 subjects, 15 sessions each, 200 windows a session, 2,000 resamples of the mean AUC. */
import { bootstrapInterval, rocAuc, type SessionScore } from "@braidyn/harness";
import { compared, fromPython, labelledScores, leastMs } from "./shared.ts";

const rounds = Number(process.argv[2] ?? 7);
const [subjects, sessions, windows] = [25, 15, 200];
const data = Array.from({ length: subjects * sessions }, (_, i) => labelledScores(windows, i));

function sessionAucs(): SessionScore[] {
  return data.map(({ truth, scores }, i) => {
    const place = { subject: `m${Math.floor(i / sessions)}`, session: `day${i % sessions}` };
    return { ...place, value: rocAuc(truth, scores) };
  });
}

const aucs = sessionAucs();
const both = leastMs(rounds, () => void bootstrapInterval(sessionAucs(), { seed: 1, resamples: 2000 }));
const resampling = leastMs(rounds, () => void bootstrapInterval(aucs, { seed: 1, resamples: 2000 }));
const peer = fromPython<{ ms: number; resamplingMs: number }>("with_numpy.py", "bootstrap", String(rounds));
console.log(compared("375 session AUCs, 2,000 resamples", both, "numpy + scikit-learn", peer?.ms));
console.log(compared("  of that, the resampling alone", resampling, "numpy", peer?.resamplingMs));
