import type { Challenge, JudgingDiff } from "@braidyn/leaderboard/api";
import type { ComponentChildren } from "preact";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { ProblemNote, Status, WhenLoaded } from "../../parts/notices.tsx";
import { reportBoardText } from "../../parts/report-board.ts";
import { Head, Table } from "../../parts/tables.tsx";
import { Link } from "../../route.tsx";
import { useWords } from "../../words/language.tsx";
import { shownScore } from "../../../src/board/shown-score.ts";

interface JudgingDifferencesProps {
  readonly challenge: Challenge;
  readonly number: number;
  readonly onApplied: () => void;
}

/** What a scoring of everything would change, and the button that makes it so. */
export function JudgingDifferences({ challenge, number, onApplied }: JudgingDifferencesProps) {
  const { say } = useWords();
  const params = { challenge: challenge.id, number };
  const diff = useLoaded((signal) => call("getJudging", { params }, signal), [challenge.id, number]);
  const action = useAction();
  const apply = () =>
    action.run(async () => {
      await call("applyJudging", { params });
      diff.reload();
      onApplied();
    });
  return (
    <section class="report">
      <h3>{say("judging", { number })}</h3>
      <WhenLoaded of={diff}>
        {(loaded) => (
          <>
            <p>{say("diffSame", { same: loaded.same, changed: loaded.changed.length })}</p>
            <RankChanges diff={loaded} />
            <ScoreChanges diff={loaded} precision={challenge.metric.precision} />
            {loaded.judging.appliedAt !== null ? null : (
              <button
                type="button"
                class="primary"
                disabled={action.busy || loaded.judging.done < loaded.judging.total}
                onClick={() => void apply()}
              >
                {say("applyButton")}
              </button>
            )}
            <Status>{action.done ? say("doneNow") : null}</Status>
          </>
        )}
      </WhenLoaded>
      <ProblemNote problem={action.problem} />
    </section>
  );
}

function RankChanges({ diff: { ranks } }: { diff: JudgingDiff }) {
  const { say } = useWords();
  if (ranks.length === 0) return null;
  return (
    <Changes caption={say("rankChanges")}>
      {ranks.map(({ team, board, before, after }) => (
        <tr key={`${team.id} ${board}`}>
          <th scope="row">{team.name}</th>
          <td>{reportBoardText(board, say)}</td>
          <td class="number">{before ?? "–"}</td>
          <td class="number">{after ?? "–"}</td>
        </tr>
      ))}
    </Changes>
  );
}

function ScoreChanges({ diff: { changed }, precision }: { diff: JudgingDiff; precision: number }) {
  const { say } = useWords();
  if (changed.length === 0) return null;
  const number = (value: number | null) => (value === null ? "–" : shownScore(value, precision));
  return (
    <Changes caption={say("scoreChanges")}>
      {changed.map(({ submission, team, board, before, after, problem }) => (
        <tr key={`${submission} ${board}`}>
          <th scope="row">
            <Link to={`/submissions/${submission}`}>{team.name}</Link>
            {problem === null ? null : <span class="why">{problem.message}</span>}
          </th>
          <td>{reportBoardText(board, say)}</td>
          <td class="number">{number(before)}</td>
          <td class="number">{number(after)}</td>
        </tr>
      ))}
    </Changes>
  );
}

function Changes({ caption, children }: { caption: string; children: ComponentChildren }) {
  const { say } = useWords();
  return (
    <Table
      caption={caption}
      captionShown
      head={
        <>
          <Head>{say("team")}</Head>
          <Head>{say("boardColumn")}</Head>
          <Head className="number">{say("before")}</Head>
          <Head className="number">{say("after")}</Head>
        </>
      }
    >
      {children}
    </Table>
  );
}
