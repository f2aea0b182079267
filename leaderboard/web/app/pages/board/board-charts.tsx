import type { Board, BoardEntry, Challenge, Progress } from "@braidyn/leaderboard/api";
import { boardProgressPlot, mouseDotsPlot } from "@braidyn/plots";
import { call } from "../../api/call.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Chart } from "../../charts/chart.tsx";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { useSession } from "../../session.tsx";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";

interface BoardChartsProps {
  readonly board: Board;
  readonly challenge: Challenge;
}

export function BoardCharts({ board, challenge }: BoardChartsProps) {
  return (
    <div class="charts">
      {board.board === "public" ? <ProgressChart board={board} challenge={challenge} /> : null}
      <SubjectsChart board={board} />
    </div>
  );
}

function ProgressChart({ board, challenge }: BoardChartsProps) {
  const { say, language } = useWords();
  const { value } = useLoaded(
    (signal) => call("getProgress", { params: { challenge: challenge.id } }, signal),
    [challenge.id],
    [board.version],
  );
  const points = (value?.teams ?? []).flatMap(pointsOf);
  if (points.length === 0) return null;
  return (
    <section>
      <h2>{say("progressChart")}</h2>
      <Chart
        label={say("progressChart")}
        of={[points, board.metric, board.direction]}
        plot={(size) =>
          boardProgressPlot(points, {
            ...{ language, ...size, title: "", metric: board.metric },
            higherIsBetter: board.direction === "maximize",
          })
        }
      />
      <details>
        <summary>{say("asTable")}</summary>
        <ProgressTable teams={value?.teams ?? []} precision={board.precision} />
      </details>
    </section>
  );
}

function pointsOf({ team, points }: Progress) {
  return points.flatMap(({ at, score }) => (score === null ? [] : [{ team: team.name, time: at, score }]));
}

function ProgressTable({ teams, precision }: { teams: readonly Progress[]; precision: number }) {
  const { say } = useWords();
  const head = (
    <>
      <Head>{say("team")}</Head>
      <Head>{say("time")}</Head>
      <Head className="number">{say("score")}</Head>
    </>
  );
  return (
    <>
      <Table caption={say("progressChart")} head={head}>
        {teams.flatMap(({ team, points }) =>
          points.map(({ at, score }) => (
            <tr key={`${team.id} ${at}`}>
              <th scope="row">{team.name}</th>
              <td>
                <Moment at={at} short />
              </td>
              <td class="number">{score === null ? "" : shown(score, precision)}</td>
            </tr>
          )),
        )}
      </Table>
      <ZoneNote />
    </>
  );
}

/** How many entries stand beside each other; more would be unreadable. */
const mostEntries = 6;

function SubjectsChart({ board }: { board: Board }) {
  const { say, language } = useWords();
  const { me } = useSession();
  const own = me?.role === "team" ? me.team.id : "";
  const scored = board.entries.filter(({ score, subjects }) => score !== null && subjects.length > 0);
  if (scored.length === 0) return null;
  const pick = (count: number) => [...firstAndOwn(scored, own, count)];
  return (
    <section>
      <h2>{say("subjectsChart")}</h2>
      <Chart
        label={say("subjectsChart")}
        of={[scored, board.metric]}
        plot={(size) =>
          mouseDotsPlot(
            pick(Math.min(mostEntries, Math.floor(size.width / 110))).map((entry) => ({
              ...entry,
              score: entry.score ?? 0,
            })),
            { language, ...size, title: "", metric: board.metric },
          )
        }
      />
      <details>
        <summary>{say("asTable")}</summary>
        <SubjectsTable entries={pick(mostEntries)} precision={board.precision} />
      </details>
    </section>
  );
}

/** The best, and one's own team even where it is not among them. */
function firstAndOwn(entries: readonly BoardEntry[], own: string, count: number): readonly BoardEntry[] {
  const first = entries.slice(0, count);
  const mine = entries.find(({ id }) => id === own);
  return mine === undefined || first.includes(mine) ? first : [...first.slice(0, -1), mine];
}

function SubjectsTable({ entries, precision }: { entries: readonly BoardEntry[]; precision: number }) {
  const { say } = useWords();
  const subjects = [...new Set(entries.flatMap((entry) => entry.subjects.map(({ subject }) => subject)))];
  const head = (
    <>
      <Head>{say("subject")}</Head>
      {entries.map(({ id, name }) => (
        <Head key={id} className="number">
          {name}
        </Head>
      ))}
    </>
  );
  return (
    <Table caption={say("subjectsChart")} head={head}>
      {subjects.map((subject) => (
        <tr key={subject}>
          <th scope="row">{subject}</th>
          {entries.map((entry) => {
            const found = entry.subjects.find((each) => each.subject === subject);
            return (
              <td key={entry.id} class="number">
                {found === undefined ? "" : shown(found.score, precision)}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}
