import { BraidynError } from "@braidyn/core";
import { logLoss } from "./log-loss.ts";
import type { Numbers } from "./rows.ts";

/**
 * Log loss of a reference prediction minus log loss of the prediction: how many nats a row the prediction knows beyond
 * the reference. 0 is repeating the reference, below 0 is knowing less; a truth of one class can be scored.
 * Source: the relative score S_ref - S of Gneiting & Raftery 2007, with the logarithmic score.
 *
 * @param truth n values, 0 or 1.
 * @param probability n probabilities of class 1.
 * @param reference n probabilities of class 1, the reference's.
 * @throws BraidynError `METRIC_NO_REFERENCE` without a reference, and what `logLoss` throws.
 */
export function logLossGain(truth: Numbers, probability: Numbers, reference: Numbers | undefined): number {
  if (reference === undefined) throw new BraidynError("METRIC_NO_REFERENCE", { metric: "log_loss_gain" });
  const both = [0, 1] as const;
  return logLoss(truth, reference, undefined, both) - logLoss(truth, probability, undefined, both);
}
