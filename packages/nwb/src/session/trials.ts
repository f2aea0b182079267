import type { NumericArray, Outcome, Trials } from "../types.ts";
import { readNumbers, readTexts, wrongShape, type SessionContext } from "./context.ts";

type Column = NumericArray | readonly string[];

/**
 * Reads the table of trials at `path`, one array a column, and derives the outcome: the labels `miss` and `failure`
 * swapped their meanings between releases, `success` and the pull's onset did not.
 */
export async function readTrials(context: SessionContext, path: string): Promise<Trials> {
  const names = await columnNames(context, path);
  const read = await Promise.all(names.map((name) => readColumn(context, `${path}/${name}`)));
  const columns = new Map<string, Column>();
  const descriptions = new Map<string, string>();
  let count: number | undefined;
  read.forEach((column, i) => {
    if (column === null) return;
    const name = names[i] as string;
    count ??= column.values.length;
    if (column.values.length !== count) {
      throw wrongShape(context, `${path}/${name}`, [column.values.length], String(count));
    }
    columns.set(name, column.values);
    descriptions.set(name, column.description);
  });
  const outcome = deriveOutcome(context, columns);
  if (outcome !== null) columns.set("outcome", outcome);
  return {
    count: count ?? 0,
    columns: Object.fromEntries(columns),
    descriptions: Object.fromEntries(descriptions),
  };
}

/** In the order that the file gives them; a file that gives none has those it holds. */
async function columnNames({ file }: SessionContext, path: string): Promise<readonly string[]> {
  const [found, attributes] = await Promise.all([file.members(path), file.attributes(path)]);
  const members = found ?? [];
  const listed = attributes.get("colnames");
  if (Array.isArray(listed))
    return (listed as unknown[]).map(String).filter((name) => members.includes(name));
  return members.filter((name) => name !== "id");
}

/** A column of one value a row; null for anything else, such as lists a row. */
async function readColumn(
  context: SessionContext,
  path: string,
): Promise<{ values: Column; description: string } | null> {
  const [info, attributes] = await Promise.all([context.file.dataset(path), context.file.attributes(path)]);
  if (info?.shape?.length !== 1 || info.elements === "other") return null;
  if (String(attributes.get("neurodata_type")).endsWith("Index")) return null;
  const values = await (info.elements === "string" ? readTexts(context, path) : readNumbers(context, path));
  const description = attributes.get("description");
  return { values, description: typeof description === "string" ? description : "" };
}

function deriveOutcome({ profile }: SessionContext, columns: ReadonlyMap<string, Column>): Outcome[] | null {
  if (profile.outcome === null) return null;
  const labels = columns.get(profile.outcome.label);
  const onsets = columns.get(profile.outcome.onset);
  if (labels === undefined || onsets === undefined) return null;
  const { success } = profile.outcome;
  return Array.from(labels as ArrayLike<string | number>, (label, i) => {
    if (label === success) return "success";
    return Number.isFinite(onsets[i]) ? "short-pull" : "no-response";
  });
}
