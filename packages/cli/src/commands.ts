import type { Command, CommandGroup } from "./command.ts";
import { baselineCommand } from "./commands/baseline.ts";
import { boardCommand } from "./commands/board.ts";
import { challengeBuildCommand } from "./commands/challenge-build.ts";
import { challengeCheckCommand } from "./commands/challenge-check.ts";
import { challengeCommitCommand } from "./commands/challenge-commit.ts";
import { challengeCoverageCommand } from "./commands/challenge-coverage.ts";
import { challengeLeakCommand } from "./commands/challenge-leak.ts";
import { challengeListCommand } from "./commands/challenge-list.ts";
import { challengeNewCommand } from "./commands/challenge-new.ts";
import { challengePowerCommand } from "./commands/challenge-power.ts";
import { challengeSchemaCommand } from "./commands/challenge-schema.ts";
import { challengeVerifyCommitmentCommand } from "./commands/challenge-verify-commitment.ts";
import { decodeCommand } from "./commands/decode.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { fetchCommand } from "./commands/fetch.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { joinCommand } from "./commands/join.ts";
import { learnCommand } from "./commands/learn.ts";
import { newCommand } from "./commands/new.ts";
import { plotCommand } from "./commands/plot.ts";
import { practiceCommand } from "./commands/practice.ts";
import { replayCommand } from "./commands/replay.ts";
import { scoreCommand } from "./commands/score.ts";
import { serveCommand } from "./commands/serve.ts";
import { sessionsCommand } from "./commands/sessions.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { submitCommand } from "./commands/submit.ts";
import { tableCommand } from "./commands/table.ts";
import { validateCommand } from "./commands/validate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { workerCommand } from "./commands/worker.ts";
import { commandTexts } from "@braidyn/core";

/** Every command, in the order of the help text. */
export const commands: readonly (Command | CommandGroup)[] = [
  demoCommand,
  learnCommand,
  newCommand,
  practiceCommand,
  sessionsCommand,
  inspectCommand,
  tableCommand,
  plotCommand,
  fetchCommand,
  simulateCommand,
  {
    name: "challenge",
    summary: commandTexts.challengeSummary,
    commands: [
      challengeListCommand,
      challengeNewCommand,
      challengeCheckCommand,
      challengeSchemaCommand,
      challengeBuildCommand,
      challengeLeakCommand,
      challengeCommitCommand,
      challengeVerifyCommitmentCommand,
      challengePowerCommand,
      challengeCoverageCommand,
    ],
  },
  decodeCommand,
  baselineCommand,
  validateCommand,
  scoreCommand,
  boardCommand,
  verifyCommand,
  joinCommand,
  submitCommand,
  serveCommand,
  workerCommand,
  replayCommand,
  doctorCommand,
];
