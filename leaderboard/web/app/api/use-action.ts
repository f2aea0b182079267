import type { Problem } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { problemOf } from "./refusal.ts";

/** Something that a person starts: at most one at a time, and what became of it. */
export interface Action {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly done: boolean;
  run(work: () => Promise<unknown>): Promise<void>;
}

export function useAction(): Action {
  const [state, setState] = useState<Omit<Action, "run">>({ busy: false, problem: null, done: false });
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true, problem: null, done: false });
    try {
      await work();
      setState({ busy: false, problem: null, done: true });
    } catch (error) {
      setState({ busy: false, problem: problemOf(error), done: false });
    }
  };
  return { ...state, run };
}
