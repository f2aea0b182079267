/** Looks for isolation in a process of its own and tries it: prints what was found as JSON. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseIsolation, findIsolation } from "../../src/index.ts";

const { on, refusal } = await findIsolation();
const chosen = {
  own: (await chooseIsolation({ code: "own" })).name,
  ofOthers: await chooseIsolation({ code: "of-others" }).then(
    ({ name }) => name,
    (error: Error) => error.name,
  ),
};
const found = { ...chosen, refusal: refusal?.toJSON() ?? null, limitedBy: on?.limitedBy ?? null };
console.log(JSON.stringify({ ...found, run: on === null ? null : await tryRun() }));

async function tryRun() {
  const folder = mkdtempSync(join(tmpdir(), "runner-test-"));
  const output = join(folder, "output");
  const program = join(folder, "program.mjs");
  writeFileSync(output, "");
  writeFileSync(
    program,
    `import fs from "node:fs"; fs.writeFileSync(process.argv[2], String(process.getuid()));
     if (process.argv[3] === "hungry") { const k = []; for (;;) k.push(Buffer.alloc(1 << 22, 1)); }`,
  );
  const run = (mode: string) =>
    on?.isolation.run({
      runtime: "node",
      args: (paths) => [paths["program"] as string, paths["output"] as string, mode],
      places: [{ name: "program", path: program }],
      outputs: [{ name: "output", path: output }],
      limits: {
        ...{ wallSeconds: 10, cpuSeconds: 10, memoryBytes: 2 ** 27, processes: 32, openFiles: 64 },
        ...{ fileBytes: 2 ** 16, scratchBytes: 2 ** 16, streamBytes: 2 ** 16 },
      },
    });
  const [done, hungry] = [await run("modest"), await run("hungry")];
  const written = readFileSync(output, "utf8");
  rmSync(folder, { recursive: true });
  return { end: done?.end, hungry: hungry?.end, output: written };
}
