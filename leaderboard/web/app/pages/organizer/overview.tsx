import type { Challenge, ConsoleView } from "@braidyn/leaderboard/api";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { Notice, ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { Link } from "../../route.tsx";
import { duration } from "../../words/duration.ts";
import { useWords } from "../../words/language.tsx";
import { bytes } from "../../words/numbers.ts";

const refreshMs = 3000;
/** Beyond these something needs a person: seconds, milliseconds, share of the disk. */
const limits = { oldestSeconds: 120, skewMs: 1000, freeShare: 0.1 } as const;

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

function Figures({ now }: { now: ConsoleView }) {
  const { say } = useWords();
  const { queue, workers, disk, database, clockSkewMs } = now;
  const alive = workers.filter((each) => each.alive).length;
  const oldest = queue.oldestSeconds;
  return (
    <div class="figures">
      <Figure name={say("queue")}>{queue.queued + queue.waiting}</Figure>
      <Figure name={say("oldest")} bad={(oldest ?? 0) > limits.oldestSeconds}>
        {oldest === null ? "–" : duration(oldest, say)}
      </Figure>
      <Figure name={say("running")}>{queue.running}</Figure>
      <Figure name={say("failed")} bad={queue.failed > 0}>
        {queue.failed}
      </Figure>
      <Figure name={say("workers")} bad={alive === 0}>
        {say("workersAlive", { alive, count: workers.length })}
      </Figure>
      <Figure name={say("disk")} bad={disk !== null && disk.freeBytes < limits.freeShare * disk.totalBytes}>
        {disk === null
          ? say("diskElsewhere")
          : say("diskOf", { free: bytes(disk.freeBytes), total: bytes(disk.totalBytes) })}
      </Figure>
      <Figure name={say("database")}>{bytes(database.bytes)}</Figure>
      <Figure name={say("memory")}>{bytes(now.memoryBytes)}</Figure>
      <Figure name={say("clock")} bad={Math.abs(clockSkewMs) > limits.skewMs}>
        {say("milliseconds", { count: Math.round(clockSkewMs) })}
      </Figure>
      <Figure name={say("readers")}>{now.connections.events}</Figure>
      <Figure name={say("uptime")}>{duration(now.uptimeSeconds, say)}</Figure>
      <Figure name={say("version")}>{now.version}</Figure>
    </div>
  );
}

interface FigureProps {
  readonly name: string;
  readonly bad?: boolean;
  readonly children: ComponentChildren;
}

function Figure({ name, bad = false, children }: FigureProps) {
  const { say } = useWords();
  return (
    <div class={bad ? "figure bad" : "figure"}>
      <p class="figure-name">{name}</p>
      <p class="figure-value">{children}</p>
      {bad ? <p class="figure-note">{say("needsAttention")}</p> : null}
    </div>
  );
}

function Workers({ now: { workers } }: { now: ConsoleView }) {
  const { say } = useWords();
  return (
    <section>
      <h2>{say("workers")}</h2>
      {workers.some(({ alive }) => alive) ? null : <Notice tone="bad">{say("noWorkers")}</Notice>}
      {workers.length === 0 ? null : (
        <Table
          caption={say("workers")}
          head={
            <>
              <Head>{say("host")}</Head>
              <Head>{say("state")}</Head>
              <Head className="number">{say("done")}</Head>
              <Head>{say("running")}</Head>
              <Head className="wide-only">{say("isolation")}</Head>
            </>
          }
        >
          {workers.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {each.host} <span class="quiet">{each.pid}</span>
              </th>
              <td>
                {each.alive ? <span class="tag good">{say("alive")}</span> : <Silent since={each.seenAt} />}
              </td>
              <td class="number">{each.done}</td>
              <td>
                {each.running === null ? (
                  "–"
                ) : (
                  <Link to={`/submissions/${each.running}`}>{each.running.slice(0, 8)}</Link>
                )}
              </td>
              <td class="wide-only">{each.isolation}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Silent({ since }: { since: string }) {
  const { around } = useWords();
  const [before, behind] = around("silent", "time");
  return (
    <span class="tag bad">
      {before}
      <Moment at={since} short />
      {behind}
    </span>
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
