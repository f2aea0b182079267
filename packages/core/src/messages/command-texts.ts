import type { Template } from "./format.ts";
import { challengeBundleTexts } from "./commands/challenge-bundle-texts.ts";
import { challengeLeakTexts } from "./commands/challenge-leak-texts.ts";
import { challengeAuthorTexts } from "./commands/challenge-author-texts.ts";
import { challengeTexts } from "./commands/challenge-texts.ts";
import { decodeTexts } from "./commands/decode-texts.ts";
import { demoTexts } from "./commands/demo-texts.ts";
import { doctorTexts } from "./commands/doctor-texts.ts";
import { fetchTexts } from "./commands/fetch-texts.ts";
import { generalTexts } from "./commands/general-texts.ts";
import { inspectTexts } from "./commands/inspect-texts.ts";
import { receiptTexts } from "./commands/receipt-texts.ts";
import { leaderboardTexts } from "./commands/leaderboard-texts.ts";
import { plotCommandTexts } from "./commands/plot-command-texts.ts";
import { scoreTexts } from "./commands/score-texts.ts";
import { sessionsTexts } from "./commands/sessions-texts.ts";
import { sharedOptionTexts } from "./commands/shared-option-texts.ts";
import { simulateTexts } from "./commands/simulate-texts.ts";
import { statisticsTexts } from "./commands/statistics-texts.ts";
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
  ...plotCommandTexts,
  ...simulateTexts,
  ...challengeTexts,
  ...challengeBundleTexts,
  ...challengeLeakTexts,
  ...scoreTexts,
  ...receiptTexts,
  ...statisticsTexts,
  ...challengeAuthorTexts,
  ...decodeTexts,
  ...doctorTexts,
  ...leaderboardTexts,
} as const satisfies Record<string, Template>;
