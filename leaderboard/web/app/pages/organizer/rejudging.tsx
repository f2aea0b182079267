import type { Challenge, Judging } from "@braidyn/leaderboard/api";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Field, Form } from "../../parts/fields.tsx";
import { Moment } from "../../parts/moment.tsx";
import { ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { useWords } from "../../words/language.tsx";
import { moment } from "../../words/time.ts";
import { JudgingDifferences } from "./judging-differences.tsx";

const refreshMs = 1000;

/** Scores everything again beside the board, shows what would change, and applies it. */
export function Rejudging({ challenge }: { challenge: Challenge }) {
  const { say } = useWords();
  const [ticks, setTicks] = useState(0);
  const [shown, setShown] = useState<number | null>(null);
  const { id } = challenge;
  const judgings = useLoaded(
    (signal) => call("listJudgings", { params: { challenge: id } }, signal),
    [id],
    [ticks],
  );
  const runs = judgings.value?.judgings.some(({ done, total }) => done < total) ?? false;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setTicks((count) => count + 1), refreshMs);
    return () => clearInterval(timer);
  }, [runs]);
  return (
    <section>
      <h2>{say("rejudgeTitle")}</h2>
      <p>{say("rejudgeIntro")}</p>
      <Begin challenge={id} onBegun={judgings.reload} />
      <WhenLoaded of={judgings}>
        {({ judgings: all }) =>
          all.length === 0 ? (
            <p class="quiet">{say("noJudgings")}</p>
          ) : (
            <JudgingTable judgings={all} shown={shown} show={setShown} />
          )
        }
      </WhenLoaded>
      {shown === null ? null : (
        <JudgingDifferences key={shown} challenge={challenge} number={shown} onApplied={judgings.reload} />
      )}
    </section>
  );
}

function Begin({ challenge, onBegun }: { challenge: string; onBegun: () => void }) {
  const { say } = useWords();
  const action = useAction();
  const [reason, setReason] = useState("");
  const begin = () =>
    action.run(async () => {
      await call("rejudge", { params: { challenge }, body: { reason } });
      setReason("");
      onBegun();
    });
  return (
    <>
      <Form label={say("rejudgeTitle")} onSend={() => void begin()}>
        <Field
          label={say("reason")}
          hint={say("reasonHint")}
          value={reason}
          onValue={setReason}
          input={{ required: true, maxLength: 500 }}
        />
        <p>
          <button type="submit" disabled={action.busy}>
            {say("rejudgeButton")}
          </button>
        </p>
      </Form>
      <ProblemNote problem={action.problem} />
    </>
  );
}

interface JudgingTableProps {
  readonly judgings: readonly Judging[];
  readonly shown: number | null;
  readonly show: (number: number | null) => void;
}

function JudgingTable({ judgings, shown, show }: JudgingTableProps) {
  const { say, language } = useWords();
  const stateOf = ({ appliedAt, done, total }: Judging) => {
    if (appliedAt !== null) return say("judgingApplied", { time: moment(appliedAt, language) });
    return say(done < total ? "judgingRuns" : "judgingReady");
  };
  return (
    <Table
      caption={say("rejudgeTitle")}
      head={
        <>
          <Head className="number">#</Head>
          <Head>{say("reason")}</Head>
          <Head className="wide-only">{say("started")}</Head>
          <Head className="number">{say("done")}</Head>
          <Head>{say("state")}</Head>
          <Head>{say("details")}</Head>
        </>
      }
    >
      {judgings.map((each) => (
        <tr key={each.number}>
          <td class="number">{each.number}</td>
          <th scope="row">{each.reason}</th>
          <td class="wide-only">
            <Moment at={each.startedAt} short />
          </td>
          <td class="number">{say("judgingProgress", { done: each.done, total: each.total })}</td>
          <td>{stateOf(each)}</td>
          <td>
            <button
              type="button"
              class="small"
              aria-expanded={shown === each.number}
              aria-label={say("showDiffOf", { number: each.number })}
              onClick={() => show(shown === each.number ? null : each.number)}
            >
              {say("showDiff")}
            </button>
          </td>
        </tr>
      ))}
    </Table>
  );
}
