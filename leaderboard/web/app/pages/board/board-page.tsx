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

/** Which board is shown; "live" is the public one as it would be without its freeze, for organizers. */
type Which = Board["board"] | "live";

/** The board of a challenge, as it changes. */
export function BoardPage({ challenge }: { challenge: Challenge }) {
  const { language } = useWords();
  const { me } = useSession();
  const revealed = challenge.state.revealedAt !== null;
  const [chosen, choose] = useState<Which | null>(null);
  const choices = choicesOf(challenge, me?.role === "organizer");
  const which = choices.find((each) => each === chosen) ?? (revealed ? "private" : "public");
  const live = useLive();
  const board = useLoaded(
    (signal) => call("getBoard", { params: { challenge: challenge.id }, query: queryOf(which) }, signal),
    [challenge.id, which, me?.role],
    [live.board, live.challenge],
  );
  return (
    <Page title={challenge.title[language]} aside={<LiveMark />}>
      <BoardState challenge={challenge} />
      {choices.length > 1 ? <WhichBoard choices={choices} chosen={which} choose={choose} /> : null}
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

function choicesOf({ state }: Challenge, organizer: boolean): Which[] {
  if (!organizer) return state.revealedAt === null ? ["public"] : ["private", "public"];
  return ["private", "public", ...(state.frozenAt === null ? [] : (["live"] as const))];
}

function queryOf(which: Which) {
  return which === "live" ? ({ board: "public", live: "1" } as const) : ({ board: which } as const);
}

interface WhichBoardProps {
  readonly choices: readonly Which[];
  readonly chosen: Which;
  readonly choose: (which: Which) => void;
}

function WhichBoard({ choices, chosen, choose }: WhichBoardProps) {
  const { say } = useWords();
  const names = { public: say("publicBoard"), private: say("privateBoard"), live: say("unfrozenBoard") };
  return (
    <div class="switch" role="group" aria-label={say("chooseBoard")}>
      {choices.map((which) => (
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
