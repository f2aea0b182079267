import type { ErrorText, Parameters } from "./format.ts";
import { buildErrors } from "./build-errors.ts";
import { bundleErrors } from "./bundle-errors.ts";
import { challengeErrors } from "./challenge-errors.ts";
import { commandErrors } from "./command-errors.ts";
import { contractErrors } from "./contract-errors.ts";
import { metricErrors } from "./metric-errors.ts";
import { nwbErrors } from "./nwb-errors.ts";
import { receiptErrors } from "./receipt-errors.ts";
import { plotErrors } from "./plot-errors.ts";
import { leaderboardErrors } from "./leaderboard-errors.ts";
import { leaderboardHostErrors } from "./leaderboard-host-errors.ts";
import { fetchErrors } from "./fetch-errors.ts";
import { remoteErrors } from "./remote-errors.ts";
import { submissionErrors } from "./submission-errors.ts";
import { tableErrors } from "./table-errors.ts";

/** Every error of the project by its code. */
export const errorMessages = {
  ...nwbErrors,
  ...remoteErrors,
  ...tableErrors,
  ...challengeErrors,
  ...contractErrors,
  ...bundleErrors,
  ...buildErrors,
  ...submissionErrors,
  ...metricErrors,
  ...receiptErrors,
  ...plotErrors,
  ...fetchErrors,
  ...leaderboardErrors,
  ...leaderboardHostErrors,
  ...commandErrors,
} as const satisfies Record<string, ErrorText>;

export type BraidynErrorCode = keyof typeof errorMessages;

/** The parameters that an error's message and hint name. */
export type ErrorParameters<Code extends BraidynErrorCode> = Parameters<
  (typeof errorMessages)[Code]["message"]
> &
  Parameters<(typeof errorMessages)[Code]["hint"]>;
