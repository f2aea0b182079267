import { processContext, type Context } from "./context.ts";
import { reportError } from "./report-error.ts";
import { languageOf, parseArguments } from "./parse.ts";
import { createShell } from "./shell.ts";
import { writeText } from "./write-text.ts";

/**
 * Runs `braidyn` with these arguments and tells the exit code: 0, 1 for a `BraidynError`, 2 for a wrong
 * command line, 70 for a bug, 130 when interrupted. Never throws.
 */
export async function run(argv: readonly string[], context: Context = processContext()): Promise<number> {
  const language = languageOf(argv, context.env);
  const shell = createShell(context, { language, json: argv.includes("--json") });
  try {
    const parsed = await parseArguments(argv, { language, columns: context.stdout.columns ?? 100 });
    if (parsed.kind === "command") return (await parsed.run(shell)) ?? 0;
    await writeText(context.stdout, parsed.text);
    return 0;
  } catch (error) {
    return await reportError(error, shell);
  }
}
