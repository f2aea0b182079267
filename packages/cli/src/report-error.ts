import {
  BraidynError,
  commandTexts,
  formatMessage,
  isBraidynError,
  type BraidynErrorCode,
} from "@braidyn/core";
import { Interrupted } from "./interruption.ts";
import { colorsOf, type Shell } from "./shell.ts";
import { BrokenPipe, writeText } from "./write-text.ts";

/** Exit codes. 70 is EX_SOFTWARE of sysexits.h, 130 what shells give a command that Ctrl-C ended. */
export const exitCodes = { error: 1, usage: 2, bug: 70, interrupted: 130 } as const;

/** Errors in how the command was called rather than in what it was given. */
const usageCodes: readonly BraidynErrorCode[] = [
  "COMMAND_USAGE",
  "COMMAND_OPTION",
  "COMMAND_OPTION_UNUSED",
  "COMMAND_FORMAT",
  "COMMAND_ENTRY",
  "SIMULATOR_OPTION",
  "PLOT_OPTION",
  "PLOT_ENDING",
  "PLOT_ONE_SESSION",
  "PLOT_BUNDLE",
  "FETCH_STREAM",
  "LEARN_UNKNOWN",
  "LEARN_ACTION",
  "ENTRY_NEEDS_BUNDLE",
];

/**
 * Tells a person (standard error) or a program (`{"error": {code, message, hint}}` on standard output) what went wrong.
 * Returns the exit code.
 */
export async function reportError(error: unknown, shell: Shell): Promise<number> {
  if (error instanceof BrokenPipe) return 0;
  if (error instanceof Interrupted) return exitCodes.interrupted;
  const known = isBraidynError(error) ? error : systemError(error);
  try {
    if (known === null) await reportBug(error, shell);
    else await reportKnown(known.in(shell.language), shell);
  } catch (unwritable) {
    if (!(unwritable instanceof BrokenPipe)) throw unwritable;
  }
  if (known === null) return exitCodes.bug;
  return usageCodes.includes(known.code) ? exitCodes.usage : exitCodes.error;
}

async function reportKnown(
  error: { readonly code: string; readonly message: string; readonly hint: string },
  { json, context }: Shell,
): Promise<void> {
  if (json) return writeText(context.stdout, `${JSON.stringify({ error }, null, 2)}\n`);
  const colors = colorsOf(context, context.stderr);
  const message = error.message.replaceAll("\n", " ");
  const text = `${colors.red(`braidyn: ${error.code}`)}: ${message}\n${colors.dim(error.hint)}\n`;
  await writeText(context.stderr, text);
}

async function reportBug(error: unknown, { json, context, language }: Shell): Promise<void> {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const hint = formatMessage(commandTexts.bugHint, {}, language);
  if (json) {
    const message = error instanceof Error ? error.message : String(error);
    await writeText(
      context.stdout,
      `${JSON.stringify({ error: { code: "BUG", message, hint } }, null, 2)}\n`,
    );
  }
  await writeText(context.stderr, `${formatMessage(commandTexts.bug, {}, language)}\n${stack}\n${hint}\n`);
}

/** A full disk or a folder that may not be written is no bug, whoever ran into it. */
function systemError(error: unknown): BraidynError | null {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || !outsideCauses.has(code) || syscall === undefined) return null;
  return new BraidynError(
    "COMMAND_SYSTEM",
    { path: path ?? "-", reason: `${code}, ${syscall}` },
    { cause: error },
  );
}

const outsideCauses = new Set(
  "EACCES EPERM EROFS ENOSPC EDQUOT ENOENT ENOTDIR EISDIR EIO EMFILE ENFILE ELOOP ENAMETOOLONG".split(" "),
);
