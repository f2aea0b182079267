/** A build in a process of its own that says when a session is done and then waits a while: something to be killed. */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { buildBundle } from "../../src/build.ts";
import { parseChallenge } from "../../src/index.ts";
import { examples, yaml } from "./frames-challenge.ts";

const [outDir = "", secret = "", ...paths] = process.argv.slice(2);
const source = pathToFileURL(join(import.meta.dirname, "frames-challenge.ts")).href;
const wait = new Int32Array(new SharedArrayBuffer(4));
await buildBundle({
  ...{ outDir, secret, jobs: 1, resume: true, sessions: { paths } },
  challenge: { definition: parseChallenge(yaml), module: { examples }, baselines: {}, source },
  onProgress: () => {
    process.stdout.write("done\n");
    Atomics.wait(wait, 0, 0, 200);
  },
});
