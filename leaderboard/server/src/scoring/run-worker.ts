import type { Log } from "../log.ts";
import { openPlatform } from "../open-platform.ts";
import { installedScorer } from "./installed-scorer.ts";
import type { Scorer } from "./scorer.ts";
import { startWorker } from "./worker.ts";

export interface RunWorkerOptions {
  /** Of the leaderboard's PostgreSQL. */
  readonly url: string;
  readonly log: Log;
  readonly scorer?: Scorer | undefined;
}

export interface RunningWorker {
  readonly id: string;
  /** Lets the job at hand end. */
  stop(): Promise<void>;
}

/**
 * A worker of this process, with connections of its own.
 *
 * @throws BraidynError `LEADERBOARD_DATABASE`.
 */
export async function runWorker({
  url,
  log,
  scorer = installedScorer,
}: RunWorkerOptions): Promise<RunningWorker> {
  const platform = await openPlatform({ url, log, name: "braidyn-worker", connections: 4 });
  const worker = await startWorker({ platform, scorer });
  log.info({ worker: worker.id, isolation: scorer.isolation }, "worker started");
  return {
    id: worker.id,
    stop: async () => {
      await worker.stop();
      await platform.close();
    },
  };
}
