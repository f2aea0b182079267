import { controlTexts } from "@braidyn/core";
import type { Board } from "@braidyn/leaderboard/api";
import type { BoardRow } from "../../../src/board/board-rows.ts";
import { intervalScale } from "../../../src/board/interval-scale.ts";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";
import { IntervalBar } from "../board/interval-bar.tsx";
import { Place } from "../board/place.tsx";

interface BigTableProps {
  readonly board: Board;
  readonly rows: readonly BoardRow[];
  /** How many rows stood on the screens before. */
  readonly from: number;
}

/** Rank, name, score and interval in letters that are read from the last row. */
export function BigTable({ board, rows, from }: BigTableProps) {
  const { say } = useWords();
  const scale = intervalScale(board);
  const caption = say(board.board === "public" ? "publicBoard" : "privateBoard");
  if (rows.length === 0) return <p class="projector-empty">{say("emptyBoard")}</p>;
  return (
    <table class="big">
      <caption class={from === 0 ? "" : "more"}>
        {caption} · {board.metric}
      </caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{say("rank")}</th>
          <th scope="col">{say("team")}</th>
          <th scope="col">{say("score")}</th>
          <th scope="col">{say("interval", { percent: Math.round(100 * board.level) })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const of = row.kind === "entry" ? row.entry : row.control;
          return (
            <tr key={row.kind === "entry" ? row.entry.id : row.control.control} class={classOf(row)}>
              <td class="number rank">
                <Rank row={row} precision={board.precision} />
              </td>
              <th scope="row">
                <Name row={row} />
              </th>
              <td class="number score">{of.score === null ? "" : shown(of.score, board.precision)}</td>
              <td class="interval">
                <IntervalBar of={of} scale={scale} precision={board.precision} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A shared rank is marked as on the board: "1=". */
function Rank({ row, precision }: { row: BoardRow; precision: number }) {
  if (row.kind === "control" || row.entry.rank === null) return null;
  return <Place entry={row.entry} shared={row.shared} precision={precision} />;
}

const classOf = (row: BoardRow) => (row.kind === "entry" ? row.entry.kind : "control");

function Name({ row }: { row: BoardRow }) {
  const { say, language } = useWords();
  if (row.kind === "control")
    return (
      <>
        {controlTexts[row.control.control][language]} <span class="tag">{say("control")}</span>
      </>
    );
  const { name, kind, verified } = row.entry;
  return (
    <>
      {name} {kind === "baseline" ? <span class="tag">{say("baseline")}</span> : null}
      {verified ? <span class="tag good">✓ {say("verified")}</span> : null}
    </>
  );
}
