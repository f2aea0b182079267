/**
 * The leaderboard's server and its scoring workers. For Node.
 *
 * ```ts
 * import { serve } from "@braidyn/leaderboard";
 *
 * const server = await serve({ folder: "event", bundles: ["lever-pull"], port: 8080 });
 * console.log(server.url, server.organizerToken);
 * ```
 */
export { serve, type LeaderboardServer, type ServeOptions } from "./serve.ts";
export { runWorker, type RunningWorker, type RunWorkerOptions } from "./scoring/run-worker.ts";
export { predictionsScorer } from "./scoring/predictions-scorer.ts";
export type { Outcome, Scorer, ScoringTask } from "./scoring/scorer.ts";
export { clusterFiles } from "./database/embedded/cluster.ts";
export { addBundle, type AddedBundle } from "./challenges/add-bundle.ts";
export { systemClock, type Clock } from "./clock.ts";
export { createLog, type Log, type LogLevel } from "./log.ts";
export { ladderStep, smallestStep, type LadderStep } from "./board/ladder.ts";
export { parseEvent, replay, type Difference, type Replay, type ScoreAgain } from "./replay/replay.ts";
export type { EventFile } from "./replay/event-file.ts";
export { putBaseline } from "./challenges/put-baseline.ts";
export { leaderboardVersion } from "./version.ts";
