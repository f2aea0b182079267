import { webTexts } from "@braidyn/core";
import type { Problem } from "@braidyn/leaderboard/api";
import { currentLanguage } from "../words/current-language.ts";

/** What the server answered instead of what was asked for; `status` is 0 where it did not answer at all. */
export class Refusal extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }
}

/** The problem of anything that was thrown; what no server said is a broken connection. */
export function problemOf(error: unknown): Problem {
  return error instanceof Refusal ? error.problem : offline();
}

export function offline(): Problem {
  const language = currentLanguage();
  return {
    code: "OFFLINE",
    message: webTexts.offlineMessage[language],
    hint: webTexts.offlineHint[language],
  };
}

/** Reads an answer that is no success; a proxy in between may have answered with anything. */
export function refusalOf(status: number, body: string): Refusal {
  try {
    const { code, message, hint } = JSON.parse(body) as Partial<Problem>;
    if (typeof code === "string" && typeof message === "string")
      return new Refusal(status, { code, message, hint: hint ?? "" });
  } catch {
    // not JSON: no answer of ours
  }
  return new Refusal(status, { ...offline(), code: `HTTP_${status}` });
}
