import { reportTexts } from "@braidyn/core";
import type { MetricReport, Report } from "@braidyn/harness";
import type { ReportBoard } from "@braidyn/leaderboard/api";
import { mouseDotsPlot } from "@braidyn/plots";
import { readBytes } from "../../api/call.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Chart } from "../../charts/chart.tsx";
import { Notice, WhenLoaded } from "../../parts/notices.tsx";
import { reportBoardText } from "../../parts/report-board.ts";
import { Head, Table } from "../../parts/tables.tsx";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";

/** A report: every metric, and the first one by mouse and session. */
export function ReportView({ id, board }: { id: string; board: ReportBoard }) {
  const { say } = useWords();
  const report = useLoaded(
    async (signal) => {
      const bytes = await readBytes(`/api/submissions/${id}/reports/${board}`, signal);
      return JSON.parse(new TextDecoder().decode(bytes)) as Report;
    },
    [id, board],
  );
  return (
    <section class="report">
      <h3>{say("reportOf", { board: reportBoardText(board, say) })}</h3>
      <WhenLoaded of={report}>{(loaded) => <Shown report={loaded} />}</WhenLoaded>
    </section>
  );
}

function Shown({ report }: { report: Report }) {
  const { language } = useWords();
  const [primary] = report.metrics;
  return (
    <>
      {report.warnings.includes("not-verified") ? <Notice>{reportTexts.notVerified[language]}</Notice> : null}
      <MetricsTable report={report} />
      {primary === undefined || primary.subjects.length === 0 ? null : (
        <>
          <SubjectDots metric={primary} />
          <SessionsTable metric={primary} precision={report.precision} />
        </>
      )}
    </>
  );
}

function MetricsTable({ report: { metrics, precision, statistics } }: { report: Report }) {
  const { say, language } = useWords();
  const number = (value: number | null) => (value === null ? "–" : shown(value, precision));
  return (
    <Table
      caption={say("report")}
      head={
        <>
          <Head>{say("metric")}</Head>
          <Head className="number">{say("score")}</Head>
          <Head className="number">{say("interval", { percent: Math.round(100 * statistics.level) })}</Head>
          <Head className="number">{say("chance")}</Head>
        </>
      }
    >
      {metrics.map((each) => (
        <tr key={each.metric}>
          <th scope="row">
            {each.metric}
            {each.problem === null ? null : <span class="why">{each.problem[language]}</span>}
          </th>
          <td class="number score">{number(each.score)}</td>
          <td class="number">
            {each.low === null ? "" : say("fromTo", { low: number(each.low), high: number(each.high) })}
          </td>
          <td class="number">{number(each.chance)}</td>
        </tr>
      ))}
    </Table>
  );
}

function SubjectDots({ metric }: { metric: MetricReport }) {
  const { say, language } = useWords();
  const { score, low, high, subjects, chance } = metric;
  if (score === null) return null;
  return (
    <Chart
      label={say("subjectsChart")}
      of={[metric]}
      plot={(size) =>
        mouseDotsPlot([{ name: metric.metric, score, low, high, subjects }], {
          ...{ language, ...size, width: Math.min(size.width, 360) },
          ...{ title: "", metric: metric.metric, chance },
        })
      }
    />
  );
}

function SessionsTable({ metric, precision }: { metric: MetricReport; precision: number }) {
  const { say, language } = useWords();
  return (
    <details>
      <summary>{reportTexts.bySession[language].replace("{metric}", metric.metric)}</summary>
      <Table
        caption={metric.metric}
        head={
          <>
            <Head>{say("subject")}</Head>
            <Head>{reportTexts.session[language]}</Head>
            <Head className="number">{reportTexts.rows[language]}</Head>
            <Head className="number">{say("score")}</Head>
          </>
        }
      >
        {metric.sessions.map(({ subject, session, rows, score }) => (
          <tr key={`${subject} ${session}`}>
            <th scope="row">{subject}</th>
            <td>{session}</td>
            <td class="number">{rows}</td>
            <td class="number">{shown(score, precision)}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
