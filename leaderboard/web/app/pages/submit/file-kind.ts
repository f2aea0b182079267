import type { SubmissionKind } from "@braidyn/leaderboard/api";

/** What a file is by its name; all else is read as predictions, and said of it what it is instead. */
export function kindOf({ name }: { name: string }): SubmissionKind {
  if (/\.onnx$/i.test(name)) return "model";
  return /\.zip$/i.test(name) ? "code" : "predictions";
}
