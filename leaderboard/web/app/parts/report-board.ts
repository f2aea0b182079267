import type { ReportBoard } from "@braidyn/leaderboard/api";
import type { Say } from "../words/language.tsx";

/** A board's name within a sentence or a table. */
export function reportBoardText(board: ReportBoard, say: Say): string {
  const texts = { validation: "boardValidation", public: "boardPublic", private: "boardPrivate" } as const;
  return say(texts[board]);
}
