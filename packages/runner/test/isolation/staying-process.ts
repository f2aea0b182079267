/** A harness with runs that never end; it prints its workspace once they have started, and waits to be killed. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chooseIsolation, makeStaging } from "../../src/index.ts";

const isolation = await chooseIsolation({ code: "of-others" });
const staging = makeStaging();
writeFileSync(join(staging.path, "stay.mjs"), "console.log('started'); setInterval(() => {}, 1000);");
const started = Array.from({ length: 3 }, () => {
  let resolve = () => {};
  const heard = new Promise<void>((done) => (resolve = done));
  void isolation.run({
    runtime: "node",
    args: ({ entry }) => [`${entry}/stay.mjs`],
    places: [{ name: "entry", path: staging.path }],
    outputs: [],
    limits: {
      ...{ wallSeconds: 60, cpuSeconds: 60, memoryBytes: 2 ** 28, processes: 32, openFiles: 64 },
      ...{ fileBytes: 2 ** 16, scratchBytes: 2 ** 16, streamBytes: 2 ** 16 },
    },
    converse: async ({ stdout }) => {
      for await (const _chunk of stdout) resolve();
    },
  });
  return heard;
});
await Promise.all(started);
console.log(dirname(staging.path));
