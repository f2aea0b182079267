import type { Template } from "./format.ts";
import { boardTexts } from "./web/board-texts.ts";
import { organizerTexts } from "./web/organizer-texts.ts";
import { shellTexts } from "./web/shell-texts.ts";
import { submitTexts } from "./web/submit-texts.ts";

/** Every text of the leaderboard's pages. */
export const webTexts = {
  ...shellTexts,
  ...boardTexts,
  ...submitTexts,
  ...organizerTexts,
} as const satisfies Record<string, Template>;
