import type { Challenge, ConsoleView } from "@braidyn/leaderboard/api";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { Link } from "../../route.tsx";
import { useWords } from "../../words/language.tsx";
import { Figures } from "./figures.tsx";
import { Workers } from "./workers.tsx";

const refreshMs = 3000;

/** How the event runs: queue, workers, disk, clock, what failed and what organizers did. */
export function Overview(_: { challenge: Challenge }) {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((count) => count + 1), refreshMs);
    return () => clearInterval(timer);
  }, []);
  const view = useLoaded((signal) => call("getConsole", {}, signal), [], [ticks]);
  return (
    <WhenLoaded of={view}>
      {(now) => (
        <>
          <Figures now={now} />
          <Workers now={now} />
          <Failures now={now} onChange={view.reload} />
          <Log now={now} />
        </>
      )}
    </WhenLoaded>
  );
}

function Failures({ now: { failures }, onChange }: { now: ConsoleView; onChange: () => void }) {
  const { say } = useWords();
  const action = useAction();
  const retry = (id: string) =>
    action.run(async () => {
      await call("retrySubmission", { params: { id } });
      onChange();
    });
  return (
    <section>
      <h2>{say("failures")}</h2>
      <ProblemNote problem={action.problem} />
      {failures.length === 0 ? (
        <p class="quiet">{say("noFailures")}</p>
      ) : (
        <ul class="plain-list">
          {failures.map(({ submission, team, at, code, message }) => (
            <li key={submission}>
              <p>
                <Link to={`/submissions/${submission}`}>{team}</Link> · <Moment at={at} /> ·{" "}
                <span class="mono">{code}</span>
              </p>
              <p>{message}</p>
              <button
                type="button"
                class="small"
                aria-label={say("retryOf", { team })}
                disabled={action.busy}
                onClick={() => void retry(submission)}
              >
                {say("retrySubmission")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Log({ now: { log } }: { now: ConsoleView }) {
  const { say } = useWords();
  if (log.length === 0) return null;
  return (
    <section>
      <h2>{say("log")}</h2>
      <Table
        caption={say("log")}
        head={
          <>
            <Head>{say("time")}</Head>
            <Head>{say("logBy")}</Head>
            <Head>{say("logAction")}</Head>
            <Head>{say("logDetail")}</Head>
          </>
        }
      >
        {log.map(({ at, by, action, detail }, i) => (
          <tr key={`${at} ${i}`}>
            <td>
              <Moment at={at} short />
            </td>
            <td>{by}</td>
            <td>{action}</td>
            <td>{detail}</td>
          </tr>
        ))}
      </Table>
      <ZoneNote />
    </section>
  );
}
