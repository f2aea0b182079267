import type { ConsoleView } from "@braidyn/leaderboard/api";
import type { ComponentChildren } from "preact";
import { duration } from "../../words/duration.ts";
import { useWords } from "../../words/language.tsx";
import { bytes } from "../../words/numbers.ts";

/** Beyond these something needs a person: seconds, milliseconds, share of the disk. */
const limits = { oldestSeconds: 120, skewMs: 1000, freeShare: 0.1 } as const;

/** Queue, workers, disk and clock in numbers; what needs a person is marked. */
export function Figures({ now }: { now: ConsoleView }) {
  const { say } = useWords();
  const { queue, workers, disk, database, clockSkewMs } = now;
  const alive = workers.filter((each) => each.alive).length;
  const oldest = queue.oldestSeconds;
  return (
    <div class="figures">
      <Figure name={say("queue")}>{queue.queued + queue.waiting}</Figure>
      <Figure name={say("oldest")} bad={(oldest ?? 0) > limits.oldestSeconds}>
        {oldest === null ? "–" : duration(oldest, say)}
      </Figure>
      <Figure name={say("running")}>{queue.running}</Figure>
      <Figure name={say("failed")} bad={queue.failed > 0}>
        {queue.failed}
      </Figure>
      <Figure name={say("workers")} bad={alive === 0}>
        {say("workersAlive", { alive, count: workers.length })}
      </Figure>
      <Figure name={say("disk")} bad={disk !== null && disk.freeBytes < limits.freeShare * disk.totalBytes}>
        {disk === null
          ? say("diskElsewhere")
          : say("diskOf", { free: bytes(disk.freeBytes), total: bytes(disk.totalBytes) })}
      </Figure>
      <Figure name={say("database")}>{bytes(database.bytes)}</Figure>
      <Figure name={say("memory")}>{bytes(now.memoryBytes)}</Figure>
      <Figure name={say("clock")} bad={Math.abs(clockSkewMs) > limits.skewMs}>
        {say("milliseconds", { count: Math.round(clockSkewMs) })}
      </Figure>
      <Figure name={say("readers")}>{now.connections.events}</Figure>
      <Figure name={say("uptime")}>{duration(now.uptimeSeconds, say)}</Figure>
      <Figure name={say("version")}>{now.version}</Figure>
    </div>
  );
}

interface FigureProps {
  readonly name: string;
  readonly bad?: boolean;
  readonly children: ComponentChildren;
}

function Figure({ name, bad = false, children }: FigureProps) {
  const { say } = useWords();
  return (
    <div class={bad ? "figure bad" : "figure"}>
      <p class="figure-name">{name}</p>
      <p class="figure-value">{children}</p>
      {bad ? <p class="figure-note">{say("needsAttention")}</p> : null}
    </div>
  );
}
