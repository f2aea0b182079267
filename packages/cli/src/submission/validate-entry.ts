import { commandTexts } from "@braidyn/core";
import type { Bundle } from "@braidyn/harness";
import type { CodeEntry, ModelEntry } from "@braidyn/runner";
import type { Shell } from "../shell.ts";

/** Says that a model or code would be accepted, and for a challenge what it may use and whether it could be verified. */
export async function tellAccepted(
  entry: ModelEntry | CodeEntry,
  bundle: Bundle | null,
  shell: Shell,
): Promise<void> {
  const definition = bundle?.definition ?? null;
  const { checkEntry } = await import("@braidyn/runner");
  const reasons = notVerifiedReasons(entry, definition?.input.causal === true);
  const { nodes } = await checkEntry(entry);
  if (shell.json) {
    const { kind, digest } = entry;
    const code = entry.kind === "code" ? { ...entry.submission, files: entry.files.size } : { nodes };
    const whole = { accepted: true, challenge: definition?.id ?? null, kind, ...code, sha256: digest };
    return shell.printJson({
      ...whole,
      verifiable: reasons.length === 0,
      limits: definition?.sandbox ?? null,
    });
  }
  await shell.print(entry.kind === "model" ? modelLine(nodes ?? 0, shell) : codeLine(entry, shell));
  for (const reason of reasons) {
    await shell.print(shell.text(commandTexts.acceptedNotVerified, { reason: shell.text(reason) }));
  }
  if (definition === null) return;
  const { seconds, memory_mb: memory, output_bytes: output, processes } = definition.sandbox;
  await shell.print(shell.text(commandTexts.runLimits, { seconds, memory, output, processes }));
}

function modelLine(nodes: number, { text }: Shell): string {
  return text(commandTexts.acceptedModel, { nodes });
}

function codeLine({ submission, files }: CodeEntry, { text }: Shell): string {
  const { runtime, fit, predict, stream } = submission;
  const programs = [
    fit === undefined ? [] : `fit: ${fit}`,
    `predict: ${predict}`,
    stream ? "stream" : [],
  ].flat();
  return text(commandTexts.acceptedCode, { runtime, files: files.size, programs: programs.join(", ") });
}

function notVerifiedReasons(entry: ModelEntry | CodeEntry, causal: boolean) {
  const fitted = entry.kind === "code" && entry.submission.fit !== undefined;
  const streamed = entry.kind === "code" && entry.submission.stream;
  return [
    ...(fitted ? [] : [commandTexts.lacksFit]),
    ...(causal && !streamed ? [commandTexts.lacksStream] : []),
  ];
}
