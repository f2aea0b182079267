/** Looks at a file beside the page, so that the page goes on answering. One worker a file. */
import { isBraidynError, type BraidynError } from "@braidyn/core";
import { checkFile, digestOf } from "./check-file.ts";
import type { CheckAnswer, CheckRequest, Finding } from "./messages.ts";
import { readRowIds } from "./row-ids.ts";

const answer = (message: CheckAnswer): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<CheckRequest>) => {
  void check(data).then(answer, () => answer({ kind: "unknown", sha256: null }));
});

async function check(request: CheckRequest): Promise<CheckAnswer> {
  const onProgress = steps((fraction) => answer({ kind: "progress", fraction }));
  if (!request.predictions)
    return { kind: "good", sha256: await digestOf(request.file, onProgress), rows: {} };
  const expectedIds = await readExpected(request);
  if (expectedIds === null) return { kind: "unknown", sha256: await digestOf(request.file, onProgress) };
  try {
    const { predictions, sha256 } = await checkFile(
      request.file,
      { columns: request.columns, expectedIds },
      onProgress,
    );
    const counts = predictions.splits.map((split) => [split, expectedIds[split as "test"]?.length ?? 0]);
    return { kind: "good", sha256, rows: Object.fromEntries(counts) as Record<string, number> };
  } catch (error) {
    if (isBraidynError(error)) return { kind: "bad", finding: findingOf(error) };
    throw error;
  }
}

/** Null where the bundle cannot be had: then the server alone can tell. */
async function readExpected({ rows }: CheckRequest) {
  if (rows.length === 0) return null;
  try {
    const read = await Promise.all(
      rows.map(async (source) => [source.split, await readRowIds(source)] as const),
    );
    return Object.fromEntries(read) as Partial<Record<"test" | "validation", string[]>>;
  } catch {
    return null;
  }
}

function findingOf(error: BraidynError): Finding {
  return { code: error.code, texts: { en: error.in("en"), ja: error.in("ja") } };
}

/** Passes on whole percents only. */
function steps(pass: (fraction: number) => void): (fraction: number) => void {
  let last = -1;
  return (fraction) => {
    const percent = Math.floor(100 * fraction);
    if (percent > last) pass(fraction);
    last = percent;
  };
}
