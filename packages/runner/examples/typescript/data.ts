import { readFileSync } from "node:fs";

/** What fit and predict are given, as plain arrays; `truth` is there for fit alone. */
export function readData(folder: string) {
  const { rows, input, truth } = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8"));
  const numbers = ({ file, offset }: { file: string; offset: number }): ArrayBuffer =>
    Uint8Array.from(readFileSync(`${folder}/${file}`).subarray(offset)).buffer;
  return {
    ids: readFileSync(`${folder}/row_ids.txt`, "utf8").trim().split("\n"),
    column: truth.columns[0] as string,
    input: new Float32Array(numbers(input)),
    size: input.shape.slice(1).reduce((product: number, length: number) => product * length, 1) as number,
    truth: truth.file === undefined ? new Float64Array(rows) : new Float64Array(numbers(truth)),
  };
}
