import { setPriority } from "node:os";
import { createLog, type LogLevel } from "../log.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

// A worker of `braidyn serve`: works until its server asks it to stop, or is gone.
let worker: Promise<RunningWorker> | null = null;

for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("SIGTERM", () => void end());
process.on("disconnect", () => process.exit());
process.on("message", (message: "stop" | { url: string; level: LogLevel }) => {
  if (message === "stop") return void end();
  const { url, level } = message;
  worker ??= runWorker({ url, log: createLog(level, process.stderr) });
  worker.catch((error: unknown) => {
    process.stderr.write(
      `${JSON.stringify({ level: 50, msg: "worker did not start", reason: String(error) })}\n`,
    );
    process.exit(1);
  });
});
// people wait for the server's answers, nobody for a millisecond of scoring
setPriority(process.pid, 10);

async function end(): Promise<void> {
  await worker?.then((running) => running.stop()).catch(() => {});
  process.exit();
}
