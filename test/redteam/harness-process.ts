/**
 * A harness of its own, to be killed or to be started with what it must not hand on. Its arguments: `bubblewrap` or `none`, the
 * Python, the program, and what the program is given. Says `running` when the program has started, then its end as JSON.
 */
import { dirname } from "node:path";
import { chooseIsolation, none } from "@braidyn/runner";

const [kind, python = "", program = "", ...facts] = process.argv.slice(2);
const isolation = kind === "none" ? none(python) : await chooseIsolation({ code: "of-others", python });
const result = await isolation.run({
  runtime: "python",
  args: ({ entry }) => [`${entry}/${program.split("/").at(-1)}`, ...facts],
  places: [{ name: "entry", path: dirname(program) }],
  outputs: [],
  limits: {
    ...{ wallSeconds: 20, cpuSeconds: 20, memoryBytes: 2 ** 28, processes: 32, openFiles: 64 },
    ...{ fileBytes: 2 ** 20, scratchBytes: 2 ** 20, streamBytes: 2 ** 20 },
  },
  converse: async ({ stdout }) => {
    for await (const chunk of stdout) {
      if (String(chunk).includes("started")) console.log("running");
    }
  },
});
console.log(JSON.stringify({ ...result, stdout: Buffer.from(result.stdout).toString() }));
