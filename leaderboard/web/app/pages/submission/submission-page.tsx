import type { Submission } from "@braidyn/leaderboard/api";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useLoaded } from "../../api/use-loaded.ts";
import { Gate } from "../../parts/gate.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Notice, ProblemNote, Status, WhenLoaded } from "../../parts/notices.tsx";
import { Page } from "../../parts/page.tsx";
import { isOver, StatusTag } from "../../parts/submission-status.tsx";
import { Link, useRoute } from "../../route.tsx";
import { useChallenges } from "../../session.tsx";
import { useWords } from "../../words/language.tsx";
import { bytes } from "../../words/numbers.ts";
import { Results } from "./results.tsx";

/** One submission: its status as it changes, what was wrong with it, its scores and reports. */
export function SubmissionPage() {
  const { say, language } = useWords();
  const { rest } = useRoute();
  const live = useLive();
  const [id = ""] = rest;
  const [over, setOver] = useState(false);
  const ticks = useTicks(!live.connected && !over);
  const loaded = useLoaded(
    (signal) => call("getSubmission", { params: { id } }, signal),
    [id, language],
    [live.submission, live.challenge, ticks],
  );
  const name = loaded.value?.fileName ?? "…";
  useEffect(() => setOver(loaded.value !== null && isOver(loaded.value.status)), [loaded.value]);
  return (
    <Gate title={say("submissionTitle", { file: name })}>
      {() => (
        <Page title={say("submissionTitle", { file: name === "" ? say("unnamedFile") : name })}>
          <WhenLoaded of={loaded}>{(submission) => <Whole submission={submission} />}</WhenLoaded>
        </Page>
      )}
    </Gate>
  );
}

/** Counts up every three seconds while the server's events do not come through. */
function useTicks(on: boolean): number {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setTicks((count) => count + 1), 3000);
    return () => clearInterval(timer);
  }, [on]);
  return ticks;
}

function Whole({ submission }: { submission: Submission }) {
  const { say } = useWords();
  const { hash } = useRoute();
  const challenge = useChallenges().find(({ id }) => id === submission.challenge);
  return (
    <>
      {hash === "cached" ? <Notice>{say("acceptedCached")}</Notice> : null}
      <StatusBlock submission={submission} />
      {submission.results.length === 0 ? null : (
        <Results submission={submission} precision={challenge?.metric.precision ?? 3} />
      )}
      <Details submission={submission} />
      <p>
        <Link class="button" to={`/team/${submission.challenge}`}>
          {say("mySubmissions")}
        </Link>{" "}
        <Link class="button" to={`/board/${submission.challenge}`}>
          {say("goBoard")}
        </Link>
      </p>
    </>
  );
}

function StatusBlock({ submission: { status, ahead, problem } }: { submission: Submission }) {
  const { say } = useWords();
  return (
    <>
      <Status>
        <p class="status-line">
          <span class="quiet">{say("status")}</span> <StatusTag status={status} />
          {ahead === null || isOver(status) ? null : <span>{say("aheadCount", { count: ahead })}</span>}
        </p>
      </Status>
      {isOver(status) ? null : <progress aria-label={say("status")} />}
      {status === "waiting" ? <p>{say("waitingNote")}</p> : null}
      <ProblemNote problem={problem} />
      {status === "failed" ? <Notice tone="warn">{say("statusFailedNote")}</Notice> : null}
    </>
  );
}

function Details({ submission: it }: { submission: Submission }) {
  const { say } = useWords();
  const kinds = { predictions: say("kindPredictions"), model: say("kindModel"), code: say("kindCode") };
  return (
    <section>
      <h2>{say("details")}</h2>
      <dl class="facts">
        <Fact name={say("team")}>{it.team.name}</Fact>
        <Fact name={say("submitted")}>
          <Moment at={it.submittedAt} /> · {say(it.counts ? "countsYes" : "countsNo")}
        </Fact>
        {it.startedAt === null ? null : (
          <Fact name={say("started")}>
            <Moment at={it.startedAt} />
          </Fact>
        )}
        {it.finishedAt === null ? null : (
          <Fact name={say("finished")}>
            <Moment at={it.finishedAt} />
          </Fact>
        )}
        <Fact name={say("kind")}>{kinds[it.kind]}</Fact>
        <Fact name={say("size")}>{bytes(it.bytes)}</Fact>
        <Fact name="SHA-256">
          <span class="mono break">{it.sha256}</span>
        </Fact>
        <Fact name={say("file")}>
          <a href={`/api/submissions/${it.id}/file`} download={it.fileName}>
            {say("downloadFile")}
          </a>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
