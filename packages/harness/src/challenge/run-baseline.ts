import { BraidynError } from "@braidyn/core";
import type { Bundle } from "../bundle/open.ts";
import type { BundleSplit } from "../bundle/manifest.ts";
import type { Predictions } from "../submission/predictions.ts";
import type { Baseline, BaselinePredictions, Challenge, LabelledRows, Rows } from "./contract.ts";

/**
 * Trains a challenge's baseline on a bundle's train rows and predicts other splits with it, as a team would.
 *
 * @param splits what to predict, validation and test by default; a split without rows is left out.
 * @throws BraidynError `CHALLENGE_BASELINE` for an unknown name, `CHALLENGE_BASELINE_RESULT` for a wrong result.
 */
export async function runBaseline(
  challenge: Challenge,
  name: string,
  bundle: Bundle,
  splits: readonly ("validation" | "test")[] = ["test", "validation"],
): Promise<Predictions> {
  baselineNamed(challenge, name);
  const train = await bundle.labelledRows("train");
  const predicted: { split: BundleSplit; rows: Rows; values: BaselinePredictions }[] = [];
  for (const split of splits) {
    const rows = await bundle.rows(split);
    if (rows.count === 0) continue;
    predicted.push({ split, rows, values: await predictWith(challenge, name, train, rows) });
  }
  const columns = Object.keys(challenge.definition.truth).map((column): [string, Float64Array] => [
    column,
    Float64Array.from(predicted.flatMap(({ values }) => Array.from(values[column] ?? []))),
  ]);
  return {
    splits: predicted.map(({ split }) => split),
    rowIds: predicted.flatMap(({ rows }) => rows.rowIds),
    columns: new Map(columns),
  };
}

function baselineNamed({ definition, baselines }: Challenge, name: string): Baseline {
  const baseline = Object.hasOwn(baselines, name) ? baselines[name] : undefined;
  if (baseline !== undefined) return baseline;
  const known = Object.keys(baselines).join(", ");
  throw new BraidynError("CHALLENGE_BASELINE", { challenge: definition.id, name, known });
}

/**
 * Trains a baseline on rows with truth and predicts others.
 *
 * @throws BraidynError `CHALLENGE_BASELINE` for an unknown name, `CHALLENGE_BASELINE_RESULT` for a wrong result.
 */
export async function predictWith(
  challenge: Challenge,
  name: string,
  train: LabelledRows,
  rows: Rows,
): Promise<BaselinePredictions> {
  const { definition } = challenge;
  const values = await baselineNamed(challenge, name)({ definition, train, rows });
  for (const column of Object.keys(definition.truth)) {
    const found = values[column]?.filter((value) => Number.isFinite(value)).length ?? 0;
    if (found !== rows.count || values[column]?.length !== found) {
      throw new BraidynError("CHALLENGE_BASELINE_RESULT", { name, column, found, expected: rows.count });
    }
  }
  return values;
}
