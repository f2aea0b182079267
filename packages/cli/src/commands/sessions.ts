import { BraidynError, commandTexts, compareSubjects, sessionTypes } from "@braidyn/core";
import { shownBytes } from "../bytes.ts";
import { defineCommand } from "../command.ts";
import { drawTable } from "../draw-table.ts";
import { numberOption } from "../number-option.ts";
import { withProgress } from "../progress.ts";
import { remoteOptions, withTokenOption } from "../remote-options.ts";
import { findSessions } from "../sessions/find.ts";
import { listSessions, type SessionLine, type UnreadableFile } from "../sessions/list.ts";
import { wantedBy } from "../sessions/wanted.ts";
import type { Shell } from "../shell.ts";

export const sessionsCommand = defineCommand({
  usage: "sessions <sources..>",
  summary: commandTexts.sessionsSummary,
  examples: [
    "sessions data",
    "sessions data --subject 105 --type task",
    "sessions dandi:001425 --type task --day 1",
  ],
  build: (yargs, text) =>
    withTokenOption(yargs, text)
      .positional("sources", {
        type: "string",
        array: true,
        demandOption: true,
        describe: text(commandTexts.placesArgument),
      })
      .option("subject", { type: "string", describe: text(commandTexts.subjectOption) })
      .option("type", { choices: sessionTypes, describe: text(commandTexts.typeOption) })
      .option("day", { type: "number", describe: text(commandTexts.dayOption) }),
  run: async ({ sources, subject, type, day, token }, shell) => {
    numberOption("--day", day, { low: 0, whole: true });
    const remote = remoteOptions(shell, token);
    const places = await findSessions(sources, shell, remote);
    const wanted = await wantedBy({ subject, type, day });
    const label = shell.text(commandTexts.reading);
    const { sessions, unreadable } = await withProgress(shell, label, places.length, (advance) =>
      listSessions(places, wanted, { shell, remote, advance }),
    );
    if (unreadable.length === places.length) throw noneReadable(unreadable);
    sessions.sort(
      (a, b) => compareSubjects(a.subject, b.subject) || (a.date < b.date ? -1 : Number(a.date > b.date)),
    );
    if (shell.json) await shell.printJson(asJson(sessions, unreadable, shell));
    else await printList(sessions, unreadable, shell);
  },
});

function noneReadable(unreadable: readonly UnreadableFile[]): BraidynError {
  const { path, error } = unreadable[0] as UnreadableFile;
  const parameters = { files: unreadable.length, path, code: error.code };
  return new BraidynError("COMMAND_NONE_READABLE", parameters, { cause: error });
}

function asJson(
  sessions: readonly SessionLine[],
  unreadable: readonly UnreadableFile[],
  { language }: Shell,
): object {
  return { sessions, unreadable: unreadable.map(({ path, error }) => ({ path, ...error.in(language) })) };
}

async function printList(
  sessions: readonly SessionLine[],
  unreadable: readonly UnreadableFile[],
  shell: Shell,
): Promise<void> {
  const { text } = shell;
  const columns = [
    text(commandTexts.subject),
    text(commandTexts.date),
    text(commandTexts.type),
    text(commandTexts.day),
    text(commandTexts.size),
    text(commandTexts.trials),
    text(commandTexts.file),
  ];
  const rows = sessions.map(({ subject, date, type, day, bytes, trials, path }) => [
    ...[subject || "–", date, type, String(day ?? "–")],
    ...[shownBytes(bytes), String(trials ?? "–"), path],
  ]);
  if (rows.length > 0) await shell.print(await drawTable({ title: "", columns, rows }, shell));
  const counts = {
    sessions: sessions.length,
    subjects: new Set(sessions.map(({ subject }) => subject)).size,
  };
  await shell.note(text(commandTexts.sessionCount, counts));
  for (const { path, error } of unreadable) {
    const { code, message } = error.in(shell.language);
    await shell.note(`${path}  ${code}: ${message}`);
  }
}
