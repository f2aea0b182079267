import type { Language } from "@braidyn/core";
import type { Command, CommandGroup } from "../../../packages/cli/src/command.ts";
import { commands } from "../../../packages/cli/src/commands.ts";
import { parseArguments } from "../../../packages/cli/src/parse.ts";

const words = {
  en: {
    title: "Commands",
    intro:
      "Every command and its help, as `braidyn COMMAND --help` prints it. In a checkout, write `npx braidyn`. Options that every command takes come first.",
  },
  ja: {
    title: "コマンド",
    intro:
      "すべてのコマンドとそのヘルプです。`braidyn コマンド --help` の表示と同じものです。リポジトリーの中では `npx braidyn` と書きます。はじめに、すべてのコマンドに共通のオプションを示します。",
  },
} as const;

/** The page of all commands, from their own help. */
export async function commandsPage(language: Language): Promise<string> {
  const parts = [`# ${words[language].title}`, words[language].intro, await helpOf([], language)];
  for (const command of commands) {
    for (const path of pathsOf(command)) {
      parts.push(`## braidyn ${path.join(" ")}`, await helpOf(path, language));
    }
  }
  return `${parts.join("\n\n")}\n`;
}

/** `["challenge", "list"]`, one for every command of a group. */
function pathsOf(command: Command | CommandGroup): string[][] {
  if ("commands" in command) return command.commands.map((part) => [command.name, wordOf(part)]);
  return [[wordOf(command)]];
}

function wordOf({ usage }: Command): string {
  return usage.split(" ")[0] ?? "";
}

async function helpOf(path: readonly string[], language: Language): Promise<string> {
  const parsed = await parseArguments([...path, "--help"], { language, columns: 92 });
  if (parsed.kind !== "text") throw new Error(`braidyn ${path.join(" ")} --help is no text`);
  return `\`\`\`text\n${parsed.text.trim()}\n\`\`\``;
}
