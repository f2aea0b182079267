/** The process's entry: `run` with the process's own arguments, streams and signals. */
import { processContext } from "./context.ts";
import { run } from "./run.ts";

// A reader that went away (`| head`) also makes every write fail; that is where it is dealt with.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

// Started by a launcher that was killed, this process must not work on without it.
if (process.connected && process.env["BRAIDYN_LAUNCHED"] === "1") {
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel?.unref();
}

process.exitCode = await run(process.argv.slice(2), processContext());
