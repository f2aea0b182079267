import type { Challenge, Submission } from "@braidyn/leaderboard/api";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { ProblemNote, Status, WhenLoaded } from "../../parts/notices.tsx";
import { QuotaLine } from "../../parts/quota-line.tsx";
import { StatusTag } from "../../parts/submission-status.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { Link } from "../../route.tsx";
import { useWords } from "../../words/language.tsx";
import { shownScore as shown } from "../../../src/board/shown-score.ts";
import { shortMoment } from "../../words/time.ts";

/** A team's submissions, the last first; which of them are its finals is chosen here. */
export function OwnSubmissions({ challenge }: { challenge: Challenge }) {
  const { say } = useWords();
  const live = useLive();
  const [limit, setLimit] = useState(50);
  const own = useLoaded(
    (signal) => call("listSubmissions", { params: { challenge: challenge.id }, query: { limit } }, signal),
    [challenge.id],
    [live.submission, live.challenge, limit],
  );
  return (
    <section>
      <WhenLoaded of={own}>
        {({ submissions, quota }) => (
          <>
            {quota === null ? null : <QuotaLine quota={quota} />}
            <h2>{say("mySubmissions")}</h2>
            {submissions.length === 0 ? (
              <p class="quiet">{say("noSubmissions")}</p>
            ) : (
              <Chosen challenge={challenge} submissions={submissions} onSaved={own.reload} />
            )}
            {submissions.length < limit || limit >= 500 ? null : (
              <button type="button" onClick={() => setLimit(500)}>
                {say("showMore")}
              </button>
            )}
          </>
        )}
      </WhenLoaded>
    </section>
  );
}

interface ChosenProps {
  readonly challenge: Challenge;
  readonly submissions: readonly Submission[];
  readonly onSaved: () => void;
}

function Chosen({ challenge, submissions, onSaved }: ChosenProps) {
  const { say } = useWords();
  const { limits, state } = challenge;
  const saved = submissions.filter(({ final }) => final).map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly string[]>(saved);
  const action = useAction();
  useEffect(() => setChosen(saved), [saved.join()]);
  const changed =
    saved.join() !==
    submissions
      .map(({ id }) => id)
      .filter((id) => chosen.includes(id))
      .join();
  const mayChoose = state.revealedAt === null;
  const save = () =>
    action.run(async () => {
      await call("setFinals", { params: { challenge: challenge.id }, body: { submissions: [...chosen] } });
      onSaved();
    });
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <>
      <Table caption={say("mySubmissions")} head={<Heads />}>
        {submissions.map((submission) => (
          <SubmissionRow
            key={submission.id}
            submission={submission}
            precision={challenge.metric.precision}
            chosen={chosen.includes(submission.id)}
            mayChoose={mayChoose && (chosen.length < limits.finals || chosen.includes(submission.id))}
            toggle={toggle}
          />
        ))}
      </Table>
      <ZoneNote />
      {mayChoose ? (
        <>
          <h3>{say("finalsTitle")}</h3>
          <p>{say("finalsIntro", { count: limits.finals })}</p>
          <p class="buttons">
            <button
              type="button"
              class="primary"
              disabled={!changed || action.busy}
              onClick={() => void save()}
            >
              {say("finalsSave")}
            </button>
            <span>{say("finalsChosen", { count: chosen.length, limit: limits.finals })}</span>
          </p>
          <Status>{action.done && !changed ? say("finalsSaved") : null}</Status>
          <ProblemNote problem={action.problem} />
        </>
      ) : null}
    </>
  );
}

function Heads() {
  const { say } = useWords();
  return (
    <>
      <Head>{say("file")}</Head>
      <Head>{say("status")}</Head>
      <Head className="number">{say("boardPublic")}</Head>
      <Head className="number wide-only">{say("boardValidation")}</Head>
      <Head className="wide-only">{say("submitted")}</Head>
      <Head>{say("boardPrivate")}</Head>
    </>
  );
}

interface SubmissionRowProps {
  readonly submission: Submission;
  readonly precision: number;
  readonly chosen: boolean;
  readonly mayChoose: boolean;
  readonly toggle: (id: string) => void;
}

function SubmissionRow({ submission, precision, chosen, mayChoose, toggle }: SubmissionRowProps) {
  const { say, language } = useWords();
  const { id, fileName, status, submittedAt, results } = submission;
  const scoreOn = (board: string) => {
    const found = results.find((each) => each.board === board)?.score ?? null;
    return found === null ? "–" : shown(found, precision);
  };
  const name = fileName === "" ? say("unnamedFile") : fileName;
  return (
    <tr>
      <th scope="row" class="name">
        <Link to={`/submissions/${id}`}>{name}</Link>
        <span class="why narrow-only">
          <Moment at={submittedAt} short />
        </span>
      </th>
      <td>
        <StatusTag status={status} />
      </td>
      <td class="number score">{scoreOn("public")}</td>
      <td class="number wide-only">{scoreOn("validation")}</td>
      <td class="wide-only">
        <Moment at={submittedAt} short />
      </td>
      <td>
        <input
          type="checkbox"
          checked={chosen}
          disabled={!mayChoose || status !== "scored"}
          aria-label={say("finalFor", { file: name, time: shortMoment(submittedAt, language) })}
          onChange={() => toggle(id)}
        />
      </td>
    </tr>
  );
}
