import { commandTexts } from "@braidyn/core";
import type { SayText } from "../shell.ts";

/** Which rows count; as the harness names them, which is too much to load for a help text. */
export const boardNames = ["validation", "public", "private"] as const;

export function bundleOption(text: SayText) {
  return {
    type: "string",
    requiresArg: true,
    demandOption: true,
    describe: text(commandTexts.bundleOption),
  } as const;
}

/** Models and code can be looked at without a bundle. */
export function optionalBundleOption(text: SayText) {
  return { type: "string", requiresArg: true, describe: text(commandTexts.bundleOption) } as const;
}

export function boardOption(text: SayText) {
  return {
    choices: boardNames,
    default: "validation" as const,
    describe: text(commandTexts.boardOption),
  };
}

/** What keeps programs from the machine; as the runner names it. */
export function isolationOption(text: SayText) {
  return {
    choices: ["auto", "none"] as const,
    default: "auto" as const,
    describe: text(commandTexts.isolationOption),
  };
}

export function submissionArgument(text: SayText) {
  return { type: "string", demandOption: true, describe: text(commandTexts.submissionArgument) } as const;
}
