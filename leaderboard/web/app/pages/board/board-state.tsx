import type { Challenge } from "@braidyn/leaderboard/api";
import { Notice } from "../../parts/notices.tsx";
import { TwoZones } from "../../parts/moment.tsx";
import { useWords } from "../../words/language.tsx";
import { moment } from "../../words/time.ts";

/** Whether the challenge takes submissions, and whether its board moves. */
export function BoardState({ challenge }: { challenge: Challenge }) {
  const { say, language } = useWords();
  const { state, limits } = challenge;
  const at = (iso: string) => moment(iso, language, limits.timeZone);
  if (state.revealedAt !== null)
    return <Notice tone="good">{say("revealedAt", { time: at(state.revealedAt) })}</Notice>;
  return (
    <>
      <PhaseLine challenge={challenge} />
      {state.frozenAt === null ? null : (
        <Notice tone="warn">{say("frozenSince", { time: at(state.frozenAt) })}</Notice>
      )}
    </>
  );
}

function PhaseLine({ challenge: { state, limits } }: { challenge: Challenge }) {
  const { say, around, language } = useWords();
  const { phase, open } = state;
  if (phase === null) return <p class="phase">{say(open ? "openNow" : "closed")}</p>;
  const edge = open ? phase.end : phase.start;
  const [before, after] = around(open ? "openUntil" : "opensAt", "time");
  return (
    <p class="phase">
      <span class={open ? "phase-mark open" : "phase-mark"}>{phase.title[language]}</span>
      <span>
        {before}
        <TwoZones at={edge} zone={limits.timeZone} />
        {after}
      </span>
    </p>
  );
}
