import { useWords } from "../../words/language.tsx";

/** A rank; "1=" where others have the same. */
export function Place({ rank, shared }: { rank: number; shared: boolean }) {
  const { say } = useWords();
  if (!shared) return <>{rank}</>;
  const text = say("sharedRank", { rank });
  return (
    <span title={text}>
      <span aria-hidden="true">{rank}=</span>
      <span class="unseen">{text}</span>
    </span>
  );
}
