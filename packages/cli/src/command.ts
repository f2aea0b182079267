import type { Template } from "@braidyn/core";
import type { Argv } from "yargs";
import type { SayText, Shell } from "./shell.ts";

/** One command: how it is called, its options, and what it does. */
export interface Command {
  /** As yargs has it, `table <kind> <files..>`. */
  readonly usage: string;
  readonly summary: Template;
  readonly examples: readonly string[];
  readonly build: (yargs: Argv, text: SayText) => Argv;
  /** Ends with an exit code, 0 unless it says otherwise. */
  readonly run: (args: never, shell: Shell) => Promise<number | void>;
}

/** Several commands under one word: `challenge list`, `challenge check`. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: Template;
  readonly commands: readonly Command[];
}

interface TypedCommand<Args> extends Omit<Command, "build" | "run"> {
  readonly build: (yargs: Argv, text: SayText) => Argv<Args>;
  readonly run: (args: Args, shell: Shell) => Promise<number | void>;
}

/** A command whose `run` gets the arguments that its `build` declares. */
export function defineCommand<Args>(command: TypedCommand<Args>): Command {
  return command as unknown as Command;
}
