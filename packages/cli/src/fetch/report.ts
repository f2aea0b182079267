import { commandTexts, type Template } from "@braidyn/core";
import type { FetchOutcome, FetchReport } from "@braidyn/nwb/fetch";
import { shownBytes } from "../bytes.ts";
import { drawTable } from "../draw-table.ts";
import type { Shell } from "../shell.ts";

type State = FetchOutcome["state"];

const stateTexts: Record<State, Template> = {
  fetched: commandTexts.stateFetched,
  kept: commandTexts.stateKept,
  planned: commandTexts.statePlanned,
  failed: commandTexts.stateFailed,
};

/** A report as plain data. */
export function reportJson({ sessions, bytes }: FetchReport, folder: string, { language }: Shell): object {
  const of = (state: State) => sessions.filter((session) => session.state === state).length;
  return {
    folder,
    bytes,
    ...{ fetched: of("fetched"), kept: of("kept"), planned: of("planned"), failed: of("failed") },
    sessions: sessions.map((session) =>
      session.state === "failed" ? { ...session, error: session.error.in(language) } : session,
    ),
  };
}

/** Prints what became of every session; failures come last. */
export async function printReport(report: FetchReport, folder: string, shell: Shell): Promise<void> {
  const { text } = shell;
  const sessions = report.sessions.filter(({ state }) => state !== "failed");
  const isPlan = sessions.some(({ state }) => state === "planned");
  const columns = [
    text(commandTexts.file),
    text(commandTexts.size),
    ...(isPlan ? [text(commandTexts.toFetchColumn)] : []),
    text(commandTexts.stateColumn),
  ];
  const rows = sessions.map((session) => [
    session.name,
    "bytes" in session ? shownBytes(session.bytes) : "–",
    ...(isPlan ? [session.state === "planned" ? shownBytes(session.toFetch) : "–"] : []),
    text(stateTexts[session.state]),
  ]);
  if (rows.length > 0) await shell.print(await drawTable({ title: "", columns, rows }, shell));
  await noteLacking(sessions, shell);
  const total = sessions.reduce((sum, session) => sum + ("bytes" in session ? session.bytes : 0), 0);
  const counts = {
    sessions: sessions.length,
    size: shownBytes(total),
    fetched: shownBytes(report.bytes),
  };
  if (isPlan) await shell.print(text(commandTexts.plannedTotal, counts));
  else await shell.print(text(commandTexts.fetchedTotal, { folder, ...counts }));
  await noteFailures(report, shell);
}

async function noteLacking(sessions: readonly FetchOutcome[], shell: Shell): Promise<void> {
  for (const session of sessions) {
    if (session.state === "failed" || session.lacking.length === 0) continue;
    const lacks = { file: session.name, streams: session.lacking.join(", ") };
    await shell.note(shell.text(commandTexts.fetchLacks, lacks));
  }
}

async function noteFailures({ sessions }: FetchReport, shell: Shell): Promise<void> {
  const failed = sessions.filter((session) => session.state === "failed");
  if (failed.length === 0) return;
  for (const { name, error } of failed) {
    const { code, message, hint } = error.in(shell.language);
    await shell.note(`${name}  ${code}: ${message}\n  ${hint}`);
  }
  const counts = { failed: failed.length, sessions: sessions.length };
  await shell.note(shell.text(commandTexts.fetchFailed, counts));
}
