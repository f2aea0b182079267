import { Writable } from "node:stream";
import { run, type Context } from "@braidyn/cli";
import type { Ended } from "./command.ts";

/** Runs `braidyn` inside this process, which is quick; streams, environment and folder are the test's own. */
export async function runHere(
  args: readonly string[],
  { env = {}, cwd = "." }: Partial<Pick<Context, "env" | "cwd">> = {},
): Promise<Ended> {
  const [stdout, stderr] = [collector(), collector()];
  const code = await run(args, {
    stdout,
    stderr,
    env,
    cwd,
    now: () => performance.now(),
    interruption: idle(),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): Writable & { text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString() });
}

/** Nobody presses Ctrl-C. */
function idle(): Context["interruption"] {
  return {
    attended: (work) => work(),
    check: () => {},
    temporary: () => () => {},
  };
}
