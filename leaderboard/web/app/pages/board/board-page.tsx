import type { Board, Challenge } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useLoaded } from "../../api/use-loaded.ts";
import { Page } from "../../parts/page.tsx";
import { WhenLoaded } from "../../parts/notices.tsx";
import { useSession } from "../../session.tsx";
import { useWords } from "../../words/language.tsx";
import { AboutBoard } from "./about-board.tsx";
import { BoardCharts } from "./board-charts.tsx";
import { BoardNews } from "./board-news.tsx";
import { BoardState } from "./board-state.tsx";
import { BoardTable } from "./board-table.tsx";
import { Downloads } from "./downloads.tsx";

type Which = Board["board"];

/** The board of a challenge, as it changes. */
export function BoardPage({ challenge }: { challenge: Challenge }) {
  const { language } = useWords();
  const { me } = useSession();
  const revealed = challenge.state.revealedAt !== null;
  const [chosen, choose] = useState<Which | null>(null);
  const both = revealed || me?.role === "organizer";
  const which = both ? (chosen ?? (revealed ? "private" : "public")) : "public";
  const live = useLive();
  const board = useLoaded(
    (signal) => call("getBoard", { params: { challenge: challenge.id }, query: { board: which } }, signal),
    [challenge.id, which, me?.role],
    [live.board, live.challenge],
  );
  return (
    <Page title={challenge.title[language]} aside={<LiveMark />}>
      <BoardState challenge={challenge} />
      {both ? <WhichBoard chosen={which} choose={choose} /> : null}
      <WhenLoaded of={board}>
        {(loaded) => (
          <>
            <BoardNews board={loaded} />
            <BoardTable board={loaded} challenge={challenge} />
            <Downloads board={loaded} />
            <BoardCharts board={loaded} challenge={challenge} />
            <AboutBoard board={loaded} challenge={challenge} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function WhichBoard({ chosen, choose }: { chosen: Which; choose: (which: Which) => void }) {
  const { say } = useWords();
  const names = { public: say("publicBoard"), private: say("privateBoard") };
  return (
    <div class="switch" role="group" aria-label={say("chooseBoard")}>
      {(["private", "public"] as const).map((which) => (
        <button key={which} type="button" aria-pressed={which === chosen} onClick={() => choose(which)}>
          {names[which]}
        </button>
      ))}
    </div>
  );
}

/** Whether what one sees is what there is. */
export function LiveMark() {
  const { say } = useWords();
  const { connected } = useLive();
  return <span class={connected ? "live on" : "live"}>{say(connected ? "live" : "reconnecting")}</span>;
}
