import type { Board } from "@braidyn/leaderboard/api";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";

/** Tells a screen reader that the board has changed, and who leads; not more often than every ten seconds. */
export function BoardNews({ board }: { board: Board }) {
  const { say } = useWords();
  const [news, setNews] = useState("");
  const known = useRef(board.version);
  const saidAt = useRef(-Infinity);
  useEffect(() => {
    const first = board.entries.find(({ rank }) => rank === 1);
    const now = performance.now();
    if (known.current !== board.version && first?.score != null && now - saidAt.current > 10_000) {
      setNews(say("boardChanged", { name: first.name, score: shown(first.score, board.precision) }));
      saidAt.current = now;
    }
    known.current = board.version;
  }, [board.version]);
  return (
    <div role="status" class="unseen">
      {news}
    </div>
  );
}
