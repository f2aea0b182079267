import { packageVersion } from "./package-version.ts";
import { BraidynError, commandTexts, detectLanguage, languages, type Language } from "@braidyn/core";
import yargs, { type Argv } from "yargs";
import type { Command, CommandGroup } from "./command.ts";
import { commands } from "./commands.ts";
import { sayIn, type SayText, type Shell } from "./shell.ts";

/** What the arguments ask for. */
export type Parsed =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "command"; readonly run: (shell: Shell) => Promise<number | void> };

/**
 * Understands a command line. Runs nothing.
 *
 * @throws BraidynError `COMMAND_USAGE`.
 */
export async function parseArguments(
  argv: readonly string[],
  { language, columns }: { language: Language; columns: number },
): Promise<Parsed> {
  let chosen: Parsed | null = null;
  const parser = createParser(language, columns, (command, args) => {
    chosen = { kind: "command", run: (shell) => command.run(args as never, shell) };
  });
  const text = sayIn(language);
  if (argv.length === 0) return { kind: "text", text: `${await parser.getHelp()}\n` };
  const output = await new Promise<string>((resolve, reject) => {
    void parser.parse([...argv], {}, (error, args, shown) => {
      const lists = listsOf(parser);
      const repeated = Object.keys(args).find(
        (key) => key.length > 1 && Array.isArray(args[key]) && !lists.has(key),
      );
      if (error) reject(usageError(error.message, argv));
      else if (repeated !== undefined)
        reject(usageError(text(commandTexts.repeated, { option: repeated }), argv));
      else resolve(shown);
    });
  });
  return chosen ?? { kind: "text", text: `${output}\n` };
}

/** The language asked for on the command line, else the system's: needed before anything can be understood. */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = argv.findLastIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const asked = argv[at]?.includes("=") ? argv[at].slice("--lang=".length) : argv[at + 1];
  return detectLanguage(at < 0 ? undefined : asked, env);
}

type Choose = (command: Command, args: unknown) => void;

function createParser(language: Language, columns: number, choose: Choose): Argv {
  const text = sayIn(language);
  const parser = yargs()
    .scriptName("braidyn")
    .usage(`${text(commandTexts.about)}\n\n${text(commandTexts.usageLine)}`)
    .locale(language)
    .updateStrings(language === "ja" ? missingJapanese : {})
    .parserConfiguration({ "dot-notation": false })
    .option("json", { type: "boolean", describe: text(commandTexts.jsonOption), global: true })
    .option("lang", { choices: languages, describe: text(commandTexts.langOption), global: true })
    .help("help", text(commandTexts.helpOption))
    .alias("help", "h")
    .version("version", text(commandTexts.versionOption), packageVersion())
    .epilogue(text(commandTexts.epilogue))
    .wrap(Math.min(columns, 110))
    .demandCommand(1, text(commandTexts.commandNeeded))
    .recommendCommands()
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false);
  for (const command of commands) add(parser, command, text, choose);
  return parser;
}

/** `group` is the word that the command follows, with a space; none for commands of their own. */
function add(
  parser: Argv,
  command: Command | CommandGroup,
  text: SayText,
  choose: Choose,
  group: string = "",
): void {
  if (!("commands" in command)) {
    const build = (inner: Argv) => {
      const title = `${text(command.summary)}\n\n${text(commandTexts.usageWord)}: $0 ${group}${command.usage}`;
      const built = command.build(inner.usage(title), text);
      return command.examples.reduce((y, example) => y.example(`$0 ${example}`, ""), built);
    };
    parser.command(command.usage, text(command.summary), build, (args) => choose(command, args));
    return;
  }
  parser.command(`${command.name} <command>`, text(command.summary), (inner: Argv) => {
    for (const part of command.commands) add(inner, part, text, choose, `${command.name} `);
    return inner.usage(text(command.summary)).demandCommand(1, text(commandTexts.commandNeeded));
  });
}

function usageError(reason: string, argv: readonly string[]): BraidynError {
  const words = commands.flatMap((command) =>
    "commands" in command ? command.name : command.usage.split(" ")[0],
  );
  const command = argv.find((word) => words.includes(word)) ?? "";
  const help = ["braidyn", command, "--help"].filter((word) => word !== "").join(" ");
  return new BraidynError("COMMAND_USAGE", { reason: reason.replace(/\s*\n\s*/g, " ").trim(), help });
}

/** Arguments that may have more than one value, as the chosen command declares them; another given twice is a mistake. */
function listsOf(parser: Argv): Set<string> {
  const { array, narg } = (parser as Argv & { getOptions(): ParserOptions }).getOptions();
  const several = Object.keys(narg).filter((key) => (narg[key] ?? 0) > 1);
  return new Set(["_", ...array, ...several]);
}

/** What yargs knows of its options, which its types leave out. */
interface ParserOptions {
  readonly array: readonly string[];
  /** How many values each option takes, where it says so. */
  readonly narg: Readonly<Record<string, number>>;
}

/** What yargs' own Japanese does not have. */
const missingJapanese = {
  "Unknown command: %s": { one: "未知のコマンドです: %s", other: "未知のコマンドです: %s" },
  "Unknown arguments: %s": "未知の引数です: %s",
  "Unknown commands: %s": "未知のコマンドです: %s",
} as unknown as Record<string, string>;
