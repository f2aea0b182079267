import type { Challenge } from "@braidyn/leaderboard/api";
import type { CheckAnswer, CheckRequest, RowSource } from "./messages.ts";

/** Has a file looked at; gives what ends the looking. */
export function startCheck(
  file: File,
  challenge: Challenge,
  predictions: boolean,
  onAnswer: (answer: CheckAnswer) => void,
): () => void {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const end = () => worker.terminate();
  worker.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
    if (data.kind !== "progress") end();
    onAnswer(data);
  });
  worker.addEventListener("error", () => {
    end();
    onAnswer({ kind: "unknown", sha256: null });
  });
  const request: CheckRequest = {
    file,
    predictions,
    columns: challenge.columns,
    rows: rowSources(challenge),
  };
  worker.postMessage(request);
  return end;
}

function rowSources({ id, bundle }: Challenge): RowSource[] {
  return (["test", "validation"] as const).flatMap((split) => {
    const found = bundle.files.find(({ path }) => path.replace(/^public\//, "") === `${split}/rows.parquet`);
    if (found === undefined) return [];
    return [{ split, address: `/api/challenges/${id}/bundle/${found.path}`, sha256: found.sha256 }];
  });
}
