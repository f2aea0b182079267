import { BraidynError } from "@braidyn/core";
import { canonicalJson, parseReceipt, sha256, verifyReceipt, type Report } from "@braidyn/harness";
import { boardEntries } from "../board/build-board.ts";
import { ladderStep } from "../board/ladder.ts";
import { eventFile, type EventFile } from "./event-file.ts";
import { standingsOf } from "./standings-of-event.ts";

/** Something that does not follow from the rest of an export. */
export interface Difference {
  readonly what: string;
  readonly found: string;
  readonly expected: string;
}

export interface Replay {
  readonly challenge: string;
  readonly receipts: number;
  readonly reports: number;
  /** Submissions that were scored again from their bytes. */
  readonly rescored: number;
  readonly differences: readonly Difference[];
}

/** Scores a submission again; null where its bytes are not there. */
export type ScoreAgain = (sha256: string, board: Report["board"]) => Promise<Report | null>;

/** @throws BraidynError `LEADERBOARD_EXPORT`. */
export function parseEvent(text: string, path: string): EventFile {
  try {
    const parsed = eventFile.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new Error(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  } catch (cause) {
    throw new BraidynError("LEADERBOARD_EXPORT", { path, reason: (cause as Error).message }, { cause });
  }
}

/**
 * Computes again what an exported event claims: receipts and their chain, which report moved the public board, ranks and
 * scores of both boards; and with the submissions and the bundle also the reports themselves. Needs no server.
 */
export async function replay(event: EventFile, scoreAgain?: ScoreAgain): Promise<Replay> {
  const differences: Difference[] = [];
  const expect = (what: string, found: unknown, expected: unknown): void => {
    const [a, b] = [found, expected].map((value) =>
      typeof value === "string" ? value : canonicalJson(value),
    );
    if (a !== b) differences.push({ what, found: a!.slice(0, 200), expected: b!.slice(0, 200) });
  };
  await checkReceipts(event, expect);
  checkLadder(event, expect);
  checkBoards(event, expect);
  const rescored = scoreAgain === undefined ? 0 : await checkScores(event, expect, scoreAgain);
  const { challenge, results, otherReceipts } = event;
  return {
    challenge,
    receipts: results.length + otherReceipts.length,
    reports: results.length,
    rescored,
    differences,
  };
}

type Expect = (what: string, found: unknown, expected: unknown) => void;

/** Every receipt is the key's, speaks of the report beside it, and follows the one before. */
async function checkReceipts(event: EventFile, expect: Expect): Promise<void> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const digests = new Map(event.submissions.map(({ id, sha256: digest }) => [id, digest]));
  for (const { receipt, report, submission, board } of event.results) {
    const evidence = { key: event.head.key, report: bytes(report), submission: digests.get(submission) };
    const { checks } = await verifyReceipt(bytes(receipt), evidence);
    for (const { check, problem } of checks) {
      // who has another version can still follow everything else
      if (check !== "scorer" && problem !== null) {
        expect(`${submission} ${board}: ${check}`, problem.message, "right");
      }
    }
  }
  const files = [...event.results.map(({ receipt }) => receipt), ...event.otherReceipts].map(bytes);
  const chain = files
    .flatMap((file) => {
      try {
        return [{ file, receipt: parseReceipt(file) }];
      } catch {
        return []; // said above
      }
    })
    .sort((a, b) => a.receipt.number - b.receipt.number);
  let previous: string | null = null;
  for (const [i, { file, receipt }] of chain.entries()) {
    expect(`receipt ${i + 1}: number`, receipt.number, i + 1);
    expect(`receipt ${i + 1}: the one before`, receipt.previous, previous);
    previous = await sha256(file);
  }
  expect(
    "receipts: head",
    { number: chain.length, sha256: previous },
    {
      number: event.head.number,
      sha256: event.head.sha256,
    },
  );
}

/** Which reports the public board moved to, by the Ladder rule, in the order in which it took notice. */
function checkLadder({ results, judging, submissions, teams }: EventFile, expect: Expect): void {
  const owner = new Map(submissions.map(({ id, team }) => [id, team]));
  const kinds = new Map(teams.map(({ id, kind }) => [id, kind]));
  const standing = new Map<string, Report>();
  const noticed = results
    .filter((result) => result.board === "public" && result.judging === judging)
    .sort((a, b) => a.position - b.position);
  for (const { submission, report: json, moved, step } of noticed) {
    const team = owner.get(submission) ?? "";
    const report = JSON.parse(json) as Report;
    const decided =
      kinds.get(team) === "baseline"
        ? { moved: true, step: null }
        : ladderStep(standing.get(team) ?? null, report);
    expect(`${submission}: whether the board moved`, { moved, step }, decided);
    if (decided.moved) standing.set(team, report);
  }
}

function checkBoards(event: EventFile, expect: Expect): void {
  for (const board of ["public", "private"] as const) {
    const { entries = null } = event.boards[board] as { entries?: unknown };
    expect(`${board} board`, entries, boardEntries(standingsOf(event, board)));
  }
}

async function checkScores(event: EventFile, expect: Expect, scoreAgain: ScoreAgain): Promise<number> {
  const digests = new Map(event.submissions.map(({ id, sha256: digest }) => [id, digest]));
  const seen = new Set<string>();
  for (const { submission, judging, board, report } of event.results) {
    if (judging !== event.judging) continue;
    const again = await scoreAgain(digests.get(submission) ?? "", board);
    if (again === null) continue;
    seen.add(submission);
    expect(`${submission} ${board}: report`, canonicalJson(again), report);
  }
  return seen.size;
}
