import type { Board, Challenge } from "@braidyn/leaderboard/api";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useLoaded } from "../../api/use-loaded.ts";
import { Announcements } from "../../parts/announcements.tsx";
import { boardRows } from "../../../src/board/board-rows.ts";
import { useChallenges } from "../../session.tsx";
import { duration } from "../../words/duration.ts";
import { useWords } from "../../words/language.tsx";
import { moment } from "../../words/time.ts";
import { BigTable } from "./big-table.tsx";

/** How long one screenful stands, seconds; `?seconds=5` for another. */
const usualSeconds = 12;
const rowsAtOnce = 8;

/** Boards for a projector: large, by themselves, one screenful after another, every challenge in turn. */
export function ProjectorPage({ challenge: first }: { challenge: Challenge }) {
  const challenges = useChallenges();
  const [turn, setTurn] = useState({ challenge: first.id, screen: 0 });
  const challenge = challenges.find(({ id }) => id === turn.challenge) ?? first;
  const which = challenge.state.revealedAt === null ? "public" : "private";
  const live = useLive();
  const { value: board } = useLoaded(
    (signal) => call("getBoard", { params: { challenge: challenge.id }, query: { board: which } }, signal),
    [challenge.id, which],
    [live.board, live.challenge],
  );
  const screens = board === null ? 1 : Math.max(1, Math.ceil(rankedRows(board).length / rowsAtOnce));
  useEffect(() => {
    const timer = setTimeout(() => setTurn(next), secondsAsked() * 1000);
    return () => clearTimeout(timer);

    function next({ screen }: { screen: number }) {
      if (screen + 1 < screens) return { challenge: challenge.id, screen: screen + 1 };
      const at = challenges.findIndex(({ id }) => id === challenge.id);
      return { challenge: challenges[(at + 1) % challenges.length]?.id ?? challenge.id, screen: 0 };
    }
  }, [turn, screens]);
  return (
    <main class="projector" id="content">
      <Announcements recentMinutes={30} />
      <Heading challenge={challenge} />
      {board === null ? null : (
        <BigTable
          board={board}
          rows={rankedRows(board).slice(rowsAtOnce * turn.screen, rowsAtOnce * (turn.screen + 1))}
          from={rowsAtOnce * turn.screen}
        />
      )}
    </main>
  );
}

/** What can be read from afar: what has a score. */
function rankedRows(board: Board) {
  return boardRows(board).filter((row) => (row.kind === "entry" ? row.entry : row.control).score !== null);
}

function secondsAsked(): number {
  const asked = Number(new URLSearchParams(location.search).get("seconds"));
  return asked >= 1 && asked <= 600 ? asked : usualSeconds;
}

function Heading({ challenge: { title, state, limits } }: { challenge: Challenge }) {
  const { say, language } = useWords();
  const now = useNow();
  const { phase, open, frozenAt, revealedAt } = state;
  return (
    <header class="projector-head">
      <h1>{title[language]}</h1>
      <p class="projector-state">{sentence()}</p>
      <p class="projector-clock">{moment(new Date(now).toISOString(), language, limits.timeZone)}</p>
    </header>
  );

  function sentence() {
    const at = (iso: string) => moment(iso, language, limits.timeZone);
    if (revealedAt !== null) return say("revealedAt", { time: at(revealedAt) });
    if (frozenAt !== null) return say("frozenSince", { time: at(frozenAt) });
    if (phase === null) return say(open ? "openNow" : "closed");
    if (!open) return say("opensAt", { time: at(phase.start) });
    return say("timeLeft", { time: duration((Date.parse(phase.end) - now) / 1000, say) });
  }
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
