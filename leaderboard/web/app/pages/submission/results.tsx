import type { BoardResult, Submission } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { Head, Table } from "../../parts/tables.tsx";
import { reportBoardText } from "../../parts/report-board.ts";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";
import { ReportView } from "./report-view.tsx";

interface ResultsProps {
  readonly submission: Submission;
  readonly precision: number;
}

/** Scores of each board as far as the team may see them, and their reports. */
export function Results({ submission, precision }: ResultsProps) {
  const { say } = useWords();
  const [open, setOpen] = useState<BoardResult["board"] | null>(null);
  const number = (value: number | null) => (value === null ? "–" : shown(value, precision));
  return (
    <section>
      <h2>{say("results")}</h2>
      <Table
        caption={say("results")}
        head={
          <>
            <Head>{say("boardColumn")}</Head>
            <Head className="number">{say("score")}</Head>
            <Head className="number">{say("interval", { percent: 95 })}</Head>
            <Head>{say("report")}</Head>
          </>
        }
      >
        {submission.results.map((result) => (
          <tr key={result.board}>
            <th scope="row">{reportBoardText(result.board, say)}</th>
            <td class="number score">
              {result.board === "private" && result.score === null ? (
                <span class="hint">{say("shownAtTheEnd")}</span>
              ) : (
                number(result.score)
              )}
            </td>
            <td class="number">
              {result.low === null
                ? ""
                : say("fromTo", { low: number(result.low), high: number(result.high) })}
            </td>
            <td>
              {result.report ? (
                <ReportLinks
                  id={submission.id}
                  board={result.board}
                  open={open === result.board}
                  toggle={() => setOpen(open === result.board ? null : result.board)}
                />
              ) : (
                "–"
              )}
            </td>
          </tr>
        ))}
      </Table>
      {submission.results.map((result) => (
        <Moved key={result.board} result={result} number={number} />
      ))}
      {open === null ? null : <ReportView id={submission.id} board={open} />}
    </section>
  );
}

interface ReportLinksProps {
  readonly id: string;
  readonly board: BoardResult["board"];
  readonly open: boolean;
  readonly toggle: () => void;
}

function ReportLinks({ id, board, open, toggle }: ReportLinksProps) {
  const { say } = useWords();
  const name = reportBoardText(board, say);
  return (
    <span class="links">
      <button type="button" class="small" aria-expanded={open} onClick={toggle}>
        {say("report")} <span class="unseen">({name})</span>
      </button>
      <a href={`/api/submissions/${id}/reports/${board}`} download={`report-${board}.json`}>
        JSON <span class="unseen">({name})</span>
      </a>
      <a href={`/api/submissions/${id}/receipts/${board}`} download={`receipt-${board}.json`}>
        {say("receipt")} <span class="unseen">({name})</span>
      </a>
    </span>
  );
}

function Moved({ result, number }: { result: BoardResult; number: (value: number | null) => string }) {
  const { say } = useWords();
  if (result.moved === null) return null;
  if (result.moved) return <p>{say("movedYes")}</p>;
  if (result.step === null) return <p>{say("movedNoFirst")}</p>;
  return <p>{say("movedNo", { step: number(result.step), standing: number(result.standing) })}</p>;
}
