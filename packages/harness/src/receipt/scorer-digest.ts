import { canonicalJson } from "../bundle/canonical-json.ts";
import { sha256 } from "../bundle/sha256.ts";
import { metricNames, metrics } from "../metric/registry.ts";
import { createRandom } from "../random.ts";
import { bootstrapInterval } from "../statistics/bootstrap-interval.ts";
import { pairedBootstrap } from "../statistics/paired-bootstrap.ts";
import type { SessionScore } from "../statistics/session-score.ts";

const rows = 3000;
const takesClasses = ["balanced_accuracy", "balanced_accuracy_adjusted", "f1_macro", "cohen_kappa_linear"];

/**
 * SHA-256 of what this scorer computes on fixed numbers: every metric, an interval, a comparison. The same on every
 * machine and in every engine; another where the code computes anything else, whatever version it claims to be.
 */
export function scorerDigest(): Promise<string> {
  return (known ??= computeDigest());
}

let known: Promise<string> | undefined;

async function computeDigest(): Promise<string> {
  const random = createRandom("braidyn scorer");
  const truth = Float64Array.from({ length: rows }, () => random.integer(2));
  const prediction = truth.map((label) => Math.round(((label + 2 * random.uniform()) / 3) * 500) / 500); // with ties
  const reference = truth.map(() => 0.3 + 0.4 * random.uniform());
  const values = metricNames.map((name) => {
    const given = takesClasses.includes(name) ? prediction.map(Math.round) : prediction;
    return [name, metrics[name].compute(truth, given, reference)] as const;
  });
  const sessions = (shift: number): SessionScore[] =>
    Array.from({ length: 60 }, (_, i) => ({
      ...{ subject: `m${i % 9}`, session: `s${i}` },
      value: 0.7 + shift + 0.2 * random.uniform(),
    }));
  const [a, b] = [sessions(0), sessions(0.03)];
  const options = { seed: 20260101, resamples: 500 };
  const computed = {
    metrics: Object.fromEntries(values),
    interval: bootstrapInterval(a, options),
    paired: pairedBootstrap(a, b, options),
  };
  return sha256(new TextEncoder().encode(canonicalJson(computed)));
}
