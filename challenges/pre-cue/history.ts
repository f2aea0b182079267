/** Trials by which the weight of an outcome falls to 1/e, and what is expected before the first trial. */
const memoryTrials = 8;
const prior = { response: 0.7, weight: 2 };

/**
 * Probability of a response to each cue as the outcomes of the trials before it tell: their mean, recent ones counting
 * more, drawn towards a prior. Knows nothing of the brain.
 *
 * @param responded 1 or 0 a trial, in order.
 */
export function historyModel(responded: ArrayLike<number>): Float64Array {
  const keep = Math.exp(-1 / memoryTrials);
  let [weight, sum] = [prior.weight, prior.weight * prior.response];
  return Float64Array.from(responded, (outcome) => {
    const expected = sum / weight;
    // the prior is never forgotten: else ten responses in a row would promise the next one
    weight = prior.weight + keep * (weight - prior.weight) + 1;
    sum = prior.weight * prior.response + keep * (sum - prior.weight * prior.response) + outcome;
    return expected;
  });
}
