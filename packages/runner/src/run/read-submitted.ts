import type { Bundle } from "@braidyn/harness";
import { readPredictionsFile, type PredictionsFile } from "@braidyn/harness/build";
import type { EntrySource } from "../entry/entry.ts";
import { withStaging } from "./staging.ts";

/** Reads submitted predictions of validation or test rows, or both. @throws BraidynError `SUBMISSION_*`. */
export async function readSubmitted(source: EntrySource, bundle: Bundle): Promise<PredictionsFile> {
  const { definition } = bundle;
  const expectedIds = { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") };
  const format = { columns: Object.keys(definition.truth), expectedIds };
  const read = (path: string) => readPredictionsFile(path, format, definition.limits.max_bytes);
  if ("path" in source) return read(source.path);
  return withStaging(async (staging) => read((await staging.file("predictions", source.bytes)).path));
}
