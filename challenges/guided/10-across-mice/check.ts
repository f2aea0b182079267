import { join } from "node:path";
import { loadChallenge } from "@braidyn/challenges";
import { isBraidynError } from "@braidyn/core";
import {
  formatPredictionsCsv,
  parsePredictionsCsv,
  runBaseline,
  score,
  type Bundle,
  type Report,
} from "@braidyn/harness";
import { openBundle } from "@braidyn/harness/build";
import { mouseDotsPlot } from "@braidyn/plots";
import type { Fault, LessonData, LessonModule } from "../engine/contract.ts";
import { shownValue } from "../engine/value.ts";

/** How much below the kit's linear baseline a submission may be. */
const leeway = 0.04;

/** AUC below this is guessing; as far below .5 it is guessing upside down. */
const guessing = 0.56;

export const expectations: LessonModule["expectations"] = async (data) => ({
  predictions: { like: "row_id,lever\n", judge: (found) => judge(String(found), data) },
});

async function judge(csv: string, { hidden }: LessonData): Promise<Fault | null> {
  const bundle = await openBundle(join(hidden, "bundle"));
  try {
    return await judgeReport(csv, bundle);
  } catch (error) {
    if (!isBraidynError(error)) throw error;
    return { mistake: null, found: shownValue(csv), expected: "row_id,lever", error };
  }
}

async function judgeReport(csv: string, bundle: Bundle): Promise<Fault | null> {
  const { splits, columns } = await read(csv, bundle);
  const [own, linear] = [await auc(csv, bundle), await auc(await baseline("linear", bundle), bundle)];
  const fault = (mistake: string): Fault => ({
    mistake,
    found: `AUC ${own.toFixed(3)}`,
    expected: `AUC ${linear.toFixed(3)}`,
  });
  if (!splits.includes("validation")) return fault("test-only");
  if (columns.get("lever")?.every((value) => value === 0 || value === 1)) return fault("hard-labels");
  if (own < 1 - guessing) return fault("inverted");
  if (own < guessing) return fault("guessing");
  return own < linear - leeway ? fault("weak") : null;
}

async function read(csv: string, bundle: Bundle) {
  const expectedIds = { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") };
  return parsePredictionsCsv(csv, { columns: ["lever"], expectedIds });
}

async function report(csv: string, bundle: Bundle): Promise<Report> {
  const { definition, digest } = bundle;
  const [truth, predictions] = [await bundle.truth("test"), await read(csv, bundle)];
  return score({
    definition,
    truth,
    predictions,
    board: "public",
    digests: { bundle: digest, submission: "" },
  });
}

async function auc(csv: string, bundle: Bundle): Promise<number> {
  return (await report(csv, bundle)).metrics[0]?.score ?? NaN;
}

async function baseline(name: string, bundle: Bundle): Promise<string> {
  const { rowIds, columns } = await runBaseline(await loadChallenge("lever-pull"), name, bundle);
  return formatPredictionsCsv(rowIds, columns);
}

export const files: LessonModule["files"] = (answer) => ({
  "predictions.csv": String(answer["predictions"]),
});

const names = { own: { en: "yours", ja: "あなた" } } as const;

export const plots: LessonModule["plots"] = async ({ hidden }, answer, options) => {
  const bundle = await openBundle(join(hidden, "bundle"));
  const entries = [
    ["constant", await baseline("constant", bundle)],
    ["linear", await baseline("linear", bundle)],
    [names.own[options.language ?? "en"], String(answer["predictions"])],
  ] as const;
  const scored = [];
  for (const [name, csv] of entries) {
    const {
      score: value,
      low = null,
      high = null,
      subjects = [],
    } = (await report(csv, bundle)).metrics[0] ?? {};
    if (typeof value === "number") scored.push({ name, score: value, low, high, subjects });
  }
  return { mice: mouseDotsPlot(scored, { metric: "AUC", chance: 0.5, ...options }) };
};
