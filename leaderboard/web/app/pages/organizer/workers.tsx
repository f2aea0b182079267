import type { ConsoleView } from "@braidyn/leaderboard/api";
import { Moment } from "../../parts/moment.tsx";
import { Notice } from "../../parts/notices.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { Link } from "../../route.tsx";
import { useWords } from "../../words/language.tsx";

/** Who scores, and whether they were heard from. */
export function Workers({ now: { workers } }: { now: ConsoleView }) {
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
