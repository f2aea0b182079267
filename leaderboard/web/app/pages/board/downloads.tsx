import type { Board } from "@braidyn/leaderboard/api";
import { useWords } from "../../words/language.tsx";

/** The board as files. */
export function Downloads({ board: { challenge, board } }: { board: Board }) {
  const { say } = useWords();
  return (
    <p class="downloads">
      <span>{say("download")}</span>
      {["csv", "json", "parquet"].map((format) => (
        <a
          key={format}
          href={`/api/challenges/${challenge}/board/${format}?board=${board}`}
          download={`${challenge}-${board}.${format}`}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
