import type { BoardEntry } from "@braidyn/leaderboard/api";
import { shownScore } from "../../../src/board/shown-score.ts";
import { useWords } from "../../words/language.tsx";

interface PlaceProps {
  readonly entry: BoardEntry;
  readonly shared: boolean;
  readonly precision: number;
}

/** A rank; "1=" where others have the same, with the paired difference to the head of the rank under the pointer. */
export function Place({ entry: { rank, behindLeader }, shared, precision }: PlaceProps) {
  const { say } = useWords();
  if (rank === null) return null;
  if (!shared) return <>{rank}</>;
  const number = (value: number) => shownScore(value, precision);
  const text =
    behindLeader === null
      ? say("sharedRank", { rank })
      : say("sharedRankBehind", {
          ...{ rank, difference: number(behindLeader.difference) },
          ...{ low: number(behindLeader.low), high: number(behindLeader.high) },
        });
  return (
    <span title={text}>
      <span aria-hidden="true">{rank}=</span>
      <span class="unseen">{text}</span>
    </span>
  );
}
