import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files, which goes with the test. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "entry-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), contents);
  }
  return folder;
}

/** An entry of one JavaScript program that predicts by `body`, which sees `rows`, `input`, `ids` and `write`. */
export function nodeEntry(body: string, more: Files = {}): Files {
  return {
    "submission.yaml": "runtime: node\npredict: predict.js\n",
    "predict.js": `const { readFileSync, writeFileSync } = require("node:fs");
const [data, out, model] = process.argv.slice(2);
const { rows, input: { file, offset } } = JSON.parse(readFileSync(data + "/manifest.json", "utf8"));
const input = new Float32Array(new Uint8Array(readFileSync(data + "/" + file).subarray(offset)).buffer);
const ids = readFileSync(data + "/row_ids.txt", "utf8").trim().split("\\n");
const write = (predict) =>
  writeFileSync(out, "row_id,pulled\\n" + ids.map((id, i) => id + "," + predict(i) + "\\n").join(""));
${body}
`,
    ...more,
  };
}
