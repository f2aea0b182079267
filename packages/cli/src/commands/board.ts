import { BraidynError, commandTexts } from "@braidyn/core";
import type { Board } from "@braidyn/harness";
import { refuseExisting, writeWhole } from "../atomic-file.ts";
import { defineCommand } from "../command.ts";
import { drawReport } from "../draw-table.ts";
import {
  chosenChallenge,
  connect,
  serverChallengeOption,
  serverOption,
  tokenFileOption,
} from "../leaderboard/connect.ts";
import { boardPage } from "../leaderboard/board-page.ts";
import { boardReport } from "../leaderboard/show-board.ts";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import { findEntries } from "../submission/entries.ts";
import { boardOption, bundleOption } from "../submission/options.ts";
import { scoreEntries } from "../submission/score-entries.ts";

export const boardCommand = defineCommand({
  usage: "board [entries..]",
  summary: commandTexts.boardSummary,
  examples: [
    "board ours=predictions.csv linear=linear.csv --bundle lever-pull",
    "board predictions --bundle lever-pull",
    "board --server https://board.example.org --board public",
    "board --server https://board.example.org --html board.html",
  ],
  build: (yargs, text) =>
    yargs
      .positional("entries", {
        type: "string",
        array: true,
        describe: text(commandTexts.entriesArgument),
      })
      .option("bundle", { ...bundleOption(text), demandOption: false })
      .option("board", { ...boardOption(text), default: undefined })
      .option("server", serverOption(text))
      .option("challenge", serverChallengeOption(text))
      .option("token-file", tokenFileOption(text))
      .option("html", {
        type: "string",
        requiresArg: true,
        implies: "server",
        describe: text(commandTexts.boardHtmlOption),
      })
      .option("force", { type: "boolean", default: false, describe: text(commandTexts.forceOption) })
      .conflicts("server", "bundle"),
  run: async ({ entries: given = [], bundle: folder, board: asked, ...remote }, shell) => {
    if (remote.server !== undefined) return showServersBoard(remote, asked, shell);
    if (folder === undefined || given.length === 0) {
      throw new BraidynError("COMMAND_OPTION", {
        ...{ option: folder === undefined ? "--bundle" : "<entries>", found: "-" },
        expected: "board ours=predictions.csv --bundle DIR, board --server URL",
      });
    }
    const board = asked ?? "validation";
    const { controlLines, rankReports, renderBoard } = await import("@braidyn/harness");
    const { openBundle } = await import("@braidyn/harness/build");
    const bundle = await openBundle(locate(shell.context, folder));
    const { scored, refused } = await scoreEntries(await findEntries(given, shell), bundle, board);
    const all = await bundle.controls();
    const controls = all === null ? [] : controlLines(all, board);
    const first = refused[0];
    if (first !== undefined && refused.length === scored.length) throw first.error;
    const problems = refused.map(({ name, error }) => ({ name, ...error.in(shell.language) }));
    if (shell.json) {
      const challenge = bundle.definition.id;
      return shell.printJson({ challenge, board, entries: rankReports(scored), controls, refused: problems });
    }
    await shell.print(await drawReport(renderBoard(scored, { language: shell.language, controls }), shell));
    for (const { name, code, message } of problems) await shell.note(`${name}  ${code}: ${message}`);
  },
});

interface RemoteBoard {
  readonly server?: string | undefined;
  readonly challenge?: string | undefined;
  readonly "token-file"?: string | undefined;
  readonly html?: string | undefined;
  readonly force: boolean;
}

/** @throws BraidynError what the server answers; a server has no validation board. */
async function showServersBoard(remote: RemoteBoard, asked: Board | undefined, shell: Shell): Promise<void> {
  const { server, challenge: given, "token-file": tokenFile, html, force } = remote;
  if (html !== undefined) await refuseExisting(html, force, shell);
  if (asked === "validation") {
    throw new BraidynError("COMMAND_OPTION", {
      option: "--board",
      found: asked,
      expected: "public, private",
    });
  }
  const client = await connect({ server, tokenFile }, shell);
  const challenge = await chosenChallenge(client, given);
  const board = await client.call("getBoard", { params: { challenge }, query: { board: asked ?? "public" } });
  if (html !== undefined) {
    await writeWhole(html, [await boardPage(client, board, shell)], { force, shell });
    await shell.note(shell.text(commandTexts.boardHtmlWritten, { path: html }));
  }
  if (shell.json) return shell.printJson(board);
  await shell.print(await drawReport(boardReport(board, shell), shell));
}
