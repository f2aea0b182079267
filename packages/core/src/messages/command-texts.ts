import type { Template } from "./format.ts";
import { challengeTexts } from "./commands/challenge-texts.ts";
import { demoTexts } from "./commands/demo-texts.ts";
import { doctorTexts } from "./commands/doctor-texts.ts";
import { fetchTexts } from "./commands/fetch-texts.ts";
import { generalTexts } from "./commands/general-texts.ts";
import { inspectTexts } from "./commands/inspect-texts.ts";
import { scoreTexts } from "./commands/score-texts.ts";
import { sessionsTexts } from "./commands/sessions-texts.ts";
import { sharedOptionTexts } from "./commands/shared-option-texts.ts";
import { simulateTexts } from "./commands/simulate-texts.ts";
import { tableTexts } from "./commands/table-texts.ts";

/** What the `braidyn` command says, other than errors: help, headings, progress, results. */
export const commandTexts = {
  ...generalTexts,
  ...sharedOptionTexts,
  ...demoTexts,
  ...sessionsTexts,
  ...fetchTexts,
  ...inspectTexts,
  ...tableTexts,
  ...simulateTexts,
  ...challengeTexts,
  ...scoreTexts,
  ...doctorTexts,
} as const satisfies Record<string, Template>;
