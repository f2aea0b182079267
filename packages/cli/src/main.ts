/** The process's entry: `run` with the process's own arguments, streams and signals. */
import { processContext } from "./context.ts";
import { run } from "./run.ts";

// A reader that went away (`| head`) also makes every write fail; that is where it is dealt with.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

process.exitCode = await run(process.argv.slice(2), processContext());
