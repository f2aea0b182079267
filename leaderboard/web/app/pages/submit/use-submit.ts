import type { Challenge, Problem } from "@braidyn/leaderboard/api";
import { useEffect, useRef, useState } from "preact/hooks";
import { problemOf } from "../../api/refusal.ts";
import type { CheckAnswer, Finding } from "../../check/messages.ts";
import { sendFile } from "../../check/send-file.ts";
import { startCheck } from "../../check/start-check.ts";
import { useRoute } from "../../route.tsx";
import { kindOf } from "./file-kind.ts";

type Good = Extract<CheckAnswer, { kind: "good" }>;

/** How far a file has come from being chosen to being accepted. */
export type SubmitState =
  | { readonly step: "empty" }
  | { readonly step: "several" }
  | { readonly step: "large"; readonly file: File }
  | { readonly step: "checking"; readonly file: File; readonly fraction: number }
  | { readonly step: "bad"; readonly file: File; readonly finding: Finding }
  /** `good` is null where only the server can tell. */
  | { readonly step: "ready"; readonly file: File; readonly sha256: string; readonly good: Good | null }
  | { readonly step: "unreadable"; readonly file: File }
  | { readonly step: "sending"; readonly file: File; readonly fraction: number; readonly resuming: boolean }
  | { readonly step: "refused"; readonly file: File; readonly problem: Problem };

export interface Submit {
  readonly state: SubmitState;
  choose(files: readonly File[]): void;
  send(): void;
  cancel(): void;
}

/** Checks the file that is chosen, sends it when that is asked for, and goes to the submission's page. */
export function useSubmit(challenge: Challenge): Submit {
  const { go } = useRoute();
  const [state, setState] = useState<SubmitState>({ step: "empty" });
  const end = useRef<() => void>(() => {});
  useEffect(() => () => end.current(), []);

  const choose = (files: readonly File[]): void => {
    end.current();
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) return setState({ step: "several" });
    if (file.size > challenge.limits.maxBytes) return setState({ step: "large", file });
    setState({ step: "checking", file, fraction: 0 });
    const predictions = kindOf(file) === "predictions";
    end.current = startCheck(file, challenge, predictions, (answer) => setState(stateAfter(file, answer)));
  };

  const send = (): void => {
    if (state.step !== "ready") return;
    const { file, sha256 } = state;
    const abort = new AbortController();
    end.current = () => abort.abort();
    setState({ step: "sending", file, fraction: 0, resuming: false });
    const onProgress = (fraction: number, resuming: boolean) => {
      if (!abort.signal.aborted) setState({ step: "sending", file, fraction, resuming });
    };
    sendFile({
      challenge: challenge.id,
      file,
      kind: kindOf(file),
      sha256,
      signal: abort.signal,
      onProgress,
    }).then(
      ({ submission, cached }) => go(`/submissions/${submission.id}${cached ? "#cached" : ""}`),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ step: "refused", file, problem: problemOf(error) });
      },
    );
  };

  const cancel = (): void => {
    end.current();
    setState({ step: "empty" });
  };
  return { state, choose, send, cancel };
}

function stateAfter(file: File, answer: CheckAnswer): SubmitState {
  if (answer.kind === "progress") return { step: "checking", file, fraction: answer.fraction };
  if (answer.kind === "bad") return { step: "bad", file, finding: answer.finding };
  if (answer.kind === "good") return { step: "ready", file, sha256: answer.sha256, good: answer };
  return answer.sha256 === null
    ? { step: "unreadable", file }
    : { step: "ready", file, sha256: answer.sha256, good: null };
}
