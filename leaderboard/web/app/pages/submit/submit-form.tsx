import type { Challenge } from "@braidyn/leaderboard/api";
import { useEffect, useRef } from "preact/hooks";
import { ProblemNote, Status } from "../../parts/notices.tsx";
import { useWords } from "../../words/language.tsx";
import { bytes } from "../../words/numbers.ts";
import { DropZone } from "./drop-zone.tsx";
import { kindOf } from "./file-kind.ts";
import { useSubmit, type Submit, type SubmitState } from "./use-submit.ts";

/** Choose, check, send. */
export function SubmitForm({ challenge }: { challenge: Challenge }) {
  const submit = useSubmit(challenge);
  const busy = submit.state.step === "sending";
  return (
    <>
      <DropZone challenge={challenge} onFiles={submit.choose} disabled={busy} />
      <Status>
        <Found state={submit.state} challenge={challenge} />
      </Status>
      <Buttons submit={submit} open={challenge.state.open} />
    </>
  );
}

/** What is known of the file. */
function Found({ state, challenge }: { state: SubmitState; challenge: Challenge }) {
  const { say, language } = useWords();
  switch (state.step) {
    case "empty":
      return null;
    case "several":
      return <p class="notice warn">{say("oneFile")}</p>;
    case "large":
      return (
        <ProblemNote
          title={say("checkFailed", { file: state.file.name })}
          problem={largeProblem(state.file)}
        />
      );
    case "checking":
      return <Progress text={say("checking", { file: state.file.name })} fraction={state.fraction} />;
    case "bad":
      return (
        <>
          <ProblemNote
            title={say("checkFailed", { file: state.file.name })}
            problem={{ code: state.finding.code, ...state.finding.texts[language] }}
          />
          <p class="quiet">{say("checkedNothingSent")}</p>
        </>
      );
    case "unreadable":
      return (
        <ProblemNote problem={{ code: "FILE", message: say("workerMessage"), hint: say("chooseOther") }} />
      );
    case "ready":
      return <Ready state={state} />;
    case "sending":
      return <Progress text={sendingText(state)} fraction={state.fraction} />;
    case "refused":
      return <ProblemNote title={say("statusRefused")} problem={state.problem} />;
  }

  function largeProblem(file: File) {
    const sizes = { found: bytes(file.size), limit: bytes(challenge.limits.maxBytes) };
    return { code: "LEADERBOARD_UPLOAD_SIZE", message: say("tooLarge", sizes), hint: say("tooLargeHint") };
  }

  function sendingText({ fraction, resuming }: { fraction: number; resuming: boolean }) {
    const percent = Math.floor(100 * fraction);
    if (resuming) return say("resuming", { percent });
    return fraction >= 1 ? say("finishing") : say("sending", { percent });
  }
}

function Ready({ state: { file, good } }: { state: Extract<SubmitState, { step: "ready" }> }) {
  const { say } = useWords();
  if (good === null)
    return (
      <div class="notice warn">
        <p>{say("workerMessage")}</p>
        <p>{say("workerHint")}</p>
      </div>
    );
  const isRead = kindOf(file) === "predictions";
  const splitNames = { test: "test", validation: "validation" } as const;
  const counts = (["test", "validation"] as const).flatMap((split) => {
    const rows = good.rows[split];
    return rows === undefined ? [] : [say("rowsChecked", { split: splitNames[split], rows })];
  });
  return (
    <div class="notice good">
      <p class="notice-title">{say(isRead ? "checkPassed" : "readyToSend", { file: file.name })}</p>
      <p>{[bytes(file.size), ...counts].join(" · ")}</p>
      {isRead ? null : <p>{say("notChecked")}</p>}
      {counts.length > 0 && good.rows.test === undefined ? <p>{say("noTestRows")}</p> : null}
      <p class="quiet">{say("checkedNothingSent")}</p>
    </div>
  );
}

function Progress({ text, fraction }: { text: string; fraction: number }) {
  return (
    <div class="progress">
      {/* the text names the percent; the bar would say it a second time */}
      <p>{text}</p>
      <progress aria-hidden="true" value={fraction} max={1} />
    </div>
  );
}

function Buttons({ submit: { state, send, cancel }, open }: { submit: Submit; open: boolean }) {
  const { say } = useWords();
  const ready = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.step === "ready") ready.current?.focus();
  }, [state.step]);
  if (state.step === "ready")
    return (
      <p class="buttons">
        <button ref={ready} type="button" class="primary" disabled={!open} onClick={send}>
          {say("sendButton")}
        </button>
        <button type="button" onClick={cancel}>
          {say("cancel")}
        </button>
      </p>
    );
  if (state.step !== "checking" && state.step !== "sending") return null;
  return (
    <p class="buttons">
      <button type="button" onClick={cancel}>
        {say("cancel")}
      </button>
    </p>
  );
}
