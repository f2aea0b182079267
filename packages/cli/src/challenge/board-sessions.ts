import type { Bundle, TruthTable } from "@braidyn/harness";

/** A board and the number of scored units of each of its subjects. */
export interface CountedBoard {
  readonly board: string;
  readonly sessions: readonly number[];
}

/**
 * Counts a bundle's subjects and sessions by board. Without its private half, which tells the boards apart, the test
 * rows are one board of as many sessions as the manifest says, shared evenly.
 */
export async function countedBoards(bundle: Bundle, testBoards: string): Promise<CountedBoard[]> {
  const { aggregation } = bundle.definition;
  const counted = countSessions(await bundle.truth("validation"));
  if (bundle.hasTestTruth) counted.push(...countSessions(await bundle.truth("test")));
  else {
    const { subjects, sessions } = bundle.manifest.splits.test;
    const each = Math.max(1, Math.round(sessions / Math.max(1, subjects)));
    counted.push({ board: testBoards, sessions: Array.from({ length: subjects }, () => each) });
  }
  const found = counted.filter(({ sessions }) => sessions.length > 0);
  if (aggregation === "session-subject") return found;
  return found.map(({ board, sessions }) => ({ board, sessions: sessions.map(() => 1) }));
}

function countSessions({ boards, subjects, sessions }: TruthTable): CountedBoard[] {
  const byBoard = new Map<string, Map<string, Set<string>>>();
  boards.forEach((board, row) => {
    const ofBoard = byBoard.get(board) ?? new Map<string, Set<string>>();
    const subject = subjects[row] ?? "";
    const own = ofBoard.get(subject) ?? new Set<string>();
    own.add(sessions[row] ?? "");
    ofBoard.set(subject, own);
    byBoard.set(board, ofBoard);
  });
  return [...byBoard].map(([board, ofBoard]) => ({
    board,
    sessions: [...ofBoard.values()].map((own) => own.size),
  }));
}
