import { BraidynError, commandTexts } from "@braidyn/core";
import { hostname } from "node:os";
import { defineCommand } from "../command.ts";
import { keepToken } from "../leaderboard/kept-tokens.ts";

export const joinCommand = defineCommand({
  usage: "join <link>",
  summary: commandTexts.joinSummary,
  examples: ['join "https://board.example.org/join#braidyn_invite_..." --team "Cortex Club"'],
  build: (yargs, text) =>
    yargs
      .positional("link", { type: "string", demandOption: true, describe: text(commandTexts.joinArgument) })
      .option("team", { type: "string", requiresArg: true, describe: text(commandTexts.joinTeamOption) }),
  run: async ({ link, team: name }, shell) => {
    const { createClient } = await import("@braidyn/leaderboard/client");
    const url = URL.parse(link);
    const code = url?.hash.slice(1) ?? "";
    if (url === null || code === "") {
      const expected = "https://board.example.org/join#braidyn_invite_...";
      throw new BraidynError("COMMAND_OPTION", { option: "<link>", found: JSON.stringify(link), expected });
    }
    const server = `${url.origin}${url.pathname.replace(/\/join$/, "").replace(/\/+$/, "")}`;
    const client = createClient({ url: server, language: shell.language });
    const body = { code, label: hostname(), ...(name === undefined ? {} : { name }) };
    const { team, token } = await client.call("join", { body });
    const path = await keepToken(server, token.token, shell);
    if (shell.json) return shell.printJson({ server, team, expiresAt: token.expiresAt, path });
    await shell.print(shell.text(commandTexts.joined, { team: team.name, path }));
  },
});
