import type { Command, CommandGroup } from "./command.ts";
import { baselineCommand } from "./commands/baseline.ts";
import { boardCommand } from "./commands/board.ts";
import { challengeBuildCommand } from "./commands/challenge-build.ts";
import { challengeCheckCommand } from "./commands/challenge-check.ts";
import { challengeListCommand } from "./commands/challenge-list.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { fetchCommand } from "./commands/fetch.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { scoreCommand } from "./commands/score.ts";
import { sessionsCommand } from "./commands/sessions.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { tableCommand } from "./commands/table.ts";
import { validateCommand } from "./commands/validate.ts";
import { commandTexts } from "@braidyn/core";

/** Every command, in the order of the help text. */
export const commands: readonly (Command | CommandGroup)[] = [
  demoCommand,
  sessionsCommand,
  inspectCommand,
  tableCommand,
  fetchCommand,
  simulateCommand,
  {
    name: "challenge",
    summary: commandTexts.challengeSummary,
    commands: [challengeListCommand, challengeCheckCommand, challengeBuildCommand],
  },
  baselineCommand,
  validateCommand,
  scoreCommand,
  boardCommand,
  doctorCommand,
];
