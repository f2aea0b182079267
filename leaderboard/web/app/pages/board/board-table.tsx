import type { Board, BoardEntry, Challenge, ControlEntry } from "@braidyn/leaderboard/api";
import { controlTexts } from "@braidyn/core";
import { controlNotes } from "../../../src/board/control-notes.ts";
import { boardRows, type BoardRow } from "../../../src/board/board-rows.ts";
import { intervalScale, type IntervalScale } from "../../../src/board/interval-scale.ts";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { useSession } from "../../session.tsx";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";
import { IntervalAxis, IntervalBar, IntervalText } from "./interval-bar.tsx";
import { Place } from "./place.tsx";

interface BoardTableProps {
  readonly board: Board;
  readonly challenge: Challenge;
}

/** Teams, baselines and controls with their scores and intervals, best first. */
export function BoardTable({ board, challenge }: BoardTableProps) {
  const { say, language } = useWords();
  const scale = intervalScale(board);
  const rows = boardRows(board);
  const caption = `${say(board.board === "public" ? "publicBoard" : "privateBoard")}: ${challenge.title[language]}`;
  return (
    <>
      <Table caption={caption} className="board" head={<BoardHead board={board} scale={scale} />}>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} board={board} scale={scale} />
        ))}
      </Table>
      {board.entries.every(({ kind }) => kind !== "team") ? (
        <p class="quiet">{say("emptyBoard")}</p>
      ) : (
        <ZoneNote />
      )}
    </>
  );
}

function BoardHead({ board, scale }: { board: Board; scale: IntervalScale | null }) {
  const { say } = useWords();
  const better = say(board.direction === "maximize" ? "higherIsBetter" : "lowerIsBetter");
  return (
    <>
      <Head className="number">{say("rank")}</Head>
      <Head>{say("team")}</Head>
      <Head className="number">
        {board.metric}{" "}
        <span title={better}>
          <span aria-hidden="true">{board.direction === "maximize" ? "↑" : "↓"}</span>
          <span class="unseen">({better})</span>
        </span>
      </Head>
      <Head className="interval">
        <span>{say("interval", { percent: Math.round(100 * board.level) })}</span>
        <IntervalAxis scale={scale} />
      </Head>
      <Head className="number wide-only">{say("behind")}</Head>
      <Head className="number wide-only">{say("submissions")}</Head>
      <Head className="wide-only">{say("submitted")}</Head>
    </>
  );
}

const keyOf = (row: BoardRow) => (row.kind === "entry" ? row.entry.id : row.control.control);

interface RowProps<R> {
  readonly row: R;
  readonly board: Board;
  readonly scale: IntervalScale | null;
}

function Row({ row, ...rest }: RowProps<BoardRow>) {
  return row.kind === "entry" ? <EntryRow row={row} {...rest} /> : <ControlRow row={row.control} {...rest} />;
}

function EntryRow({ row: { entry, shared }, board, scale }: RowProps<Extract<BoardRow, { kind: "entry" }>>) {
  const { me } = useSession();
  const own = me?.role === "team" && me.team.id === entry.id;
  return (
    <tr class={`${entry.kind}${own ? " own" : ""}`} data-rank={entry.rank}>
      <td class="number rank">
        {entry.rank === null ? (
          <span class="quiet">–</span>
        ) : (
          <Place entry={entry} shared={shared} precision={board.precision} />
        )}
      </td>
      <th scope="row" class="name">
        <span class="team-name">{entry.name}</span> <Tags entry={entry} own={own} />
      </th>
      <ScoreCells of={entry} board={board} scale={scale} />
      <td class="number wide-only">{behindFirst(entry, board)}</td>
      <td class="number wide-only">{entry.kind === "team" ? entry.submissions : ""}</td>
      <td class="wide-only">{entry.submittedAt === null ? "" : <Moment at={entry.submittedAt} short />}</td>
    </tr>
  );
}

/** By how much the first is better; nothing for the first itself, and for what has no place among teams. */
function behindFirst({ score, rank }: BoardEntry, { entries, precision }: Board): string {
  const first = entries.find((each) => each.rank === 1)?.score ?? null;
  if (score === null || rank === null || first === null || first === score) return "";
  return shown(Math.abs(first - score), precision);
}

/** What an entry is, in words: nothing is told by colour alone. */
export function Tags({ entry, own }: { entry: BoardEntry; own: boolean }) {
  const { say } = useWords();
  return (
    <span class="tags">
      {entry.kind === "baseline" ? <span class="tag">{say("baseline")}</span> : null}
      {entry.verified ? (
        <span class="tag good" title={say("verifiedMeaning")}>
          ✓ {say("verified")}
        </span>
      ) : null}
      {entry.final ? <span class="tag">{say("final")}</span> : null}
      {own ? <span class="tag accent">{say("yourTeam")}</span> : null}
    </span>
  );
}

function ControlRow({ row, board, scale }: RowProps<ControlEntry>) {
  const { say, language } = useWords();
  return (
    <tr class="control">
      <td class="number rank">
        <span class="quiet">–</span>
      </td>
      <th scope="row" class="name">
        {controlTexts[row.control][language]} <span class="tag">{say("control")}</span>
        {controlNotes(row, board, language).map((note) => (
          <span key={note} class="why">
            {note}
          </span>
        ))}
      </th>
      <ScoreCells of={row} board={board} scale={scale} />
      <td class="wide-only" />
      <td class="wide-only" />
      <td class="wide-only" />
    </tr>
  );
}

interface ScoreCellsProps {
  readonly of: Pick<BoardEntry, "score" | "low" | "high">;
  readonly board: Board;
  readonly scale: IntervalScale | null;
}

function ScoreCells({ of, board: { precision }, scale }: ScoreCellsProps) {
  const { say } = useWords();
  return (
    <>
      <td class="number score">
        {of.score === null ? <span class="quiet">{say("noScore")}</span> : shown(of.score, precision)}
        <span class="narrow-only">
          <IntervalText of={of} precision={precision} />
        </span>
      </td>
      <td class="interval">
        <IntervalBar of={of} scale={scale} precision={precision} />
      </td>
    </>
  );
}
