import type { Problem } from "@braidyn/leaderboard/api";
import type { ComponentChildren } from "preact";
import type { Loaded } from "../api/use-loaded.ts";
import { useWords } from "../words/language.tsx";

/** What went wrong, what to do, and the code by which one can ask about it. */
export function ProblemNote({ problem, title }: { problem: Problem | null; title?: string }) {
  const { say } = useWords();
  if (problem === null) return null;
  return (
    <div class="notice bad" role="alert">
      {title === undefined ? null : <p class="notice-title">{title}</p>}
      <p>{sentence(problem.message)}</p>
      {problem.hint === "" ? null : (
        <p>
          <strong>{say("whatToDo")}</strong> {problem.hint}
        </p>
      )}
      <p class="code">{problem.code}</p>
    </div>
  );
}

/** Messages begin in lower case, as they stand behind "braidyn:" on a terminal. */
function sentence(message: string): string {
  return message.charAt(0).toLocaleUpperCase("en") + message.slice(1);
}

type Tone = "plain" | "good" | "warn" | "bad";

export function Notice({ tone = "plain", children }: { tone?: Tone; children: ComponentChildren }) {
  return <div class={`notice ${tone}`}>{children}</div>;
}

/** Says to a screen reader what has changed, without taking the focus. */
export function Status({ children }: { children: ComponentChildren }) {
  return (
    <div role="status" class="status">
      {children}
    </div>
  );
}

interface WhenLoadedProps<T> {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}

/** Shows what was loaded, and above it that the last try failed. */
export function WhenLoaded<T>({ of: { value, problem, reload }, children }: WhenLoadedProps<T>) {
  const { say } = useWords();
  return (
    <>
      {problem === null ? null : (
        <>
          <ProblemNote problem={problem} />
          <p>
            <button type="button" onClick={reload}>
              {say("retry")}
            </button>
          </p>
        </>
      )}
      {value === null ? problem === null && <p class="quiet">{say("loading")}</p> : children(value)}
    </>
  );
}
