import type { QueuedEntry } from "@braidyn/runner";
import { nodeEntry, type Files } from "./entries.ts";
import { modelBytes, node } from "./onnx-bytes.ts";
import { zipBytes } from "./zip-bytes.ts";

/** A submission, and the status and error code that it must end with. */
export interface MixedEntry extends QueuedEntry {
  readonly expected: "scored" | RegExp;
}

const zipped = (files: Files): Uint8Array =>
  zipBytes(Object.entries(files).map(([name, contents]) => ({ name, bytes: Buffer.from(contents) })));

const honest = (i: number) => zipped(nodeEntry(`write((i) => input[i * 6] * ${i + 1});`));

/** Attacks on whoever runs them; each is ended by a limit or by a check. */
const hostile: readonly (readonly [name: string, bytes: () => Uint8Array, expected: RegExp])[] = [
  ["endless", () => zipped(nodeEntry("for (;;);")), /^RUN_(TIME|CPU)$/],
  [
    "forks",
    () =>
      zipped(
        nodeEntry(`const { spawn } = require("node:child_process");
for (let i = 0; i < 200; i++) spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" }).on("error", () => {});
setInterval(() => {}, 1000);`),
      ),
    /^RUN_(TIME|MEMORY|PROCESSES|FILE_SIZE|EXIT|SIGNAL)$/,
  ],
  [
    "memory",
    () => zipped(nodeEntry("const kept = []; for (;;) kept.push(Buffer.alloc(1 << 24, 1));")),
    /^RUN_(TIME|MEMORY|PROCESSES|FILE_SIZE|EXIT|SIGNAL)$/,
  ],
  [
    "flood",
    () => zipped(nodeEntry('for (;;) require("node:fs").writeSync(1, "x".repeat(1 << 16));')),
    /^RUN_PRINTED$/,
  ],
  [
    "disk",
    () => zipped(nodeEntry("for (;;) require('node:fs').appendFileSync(out, Buffer.alloc(1 << 22));")),
    /^RUN_(TIME|MEMORY|PROCESSES|FILE_SIZE|EXIT|SIGNAL)$/,
  ],
  ["climbs", () => zipBytes([{ name: "../../evil", bytes: Buffer.from("x") }]), /^ARCHIVE_PATH$/],
  ["bomb", () => zipBytes([{ name: "submission.yaml", bytes: new Uint8Array(5_000_000) }]), /^ARCHIVE_BOMB$/],
  [
    "link",
    () => zipBytes([{ name: "submission.yaml", bytes: Buffer.from("/etc/passwd"), mode: 0o120777 }]),
    /^ENTRY_LINK$/,
  ],
  [
    "orphan",
    () =>
      zipped(
        nodeEntry(
          `require("node:child_process").spawn("sleep", ["600"], { detached: true, stdio: "ignore" }).unref(); null.x;`,
        ),
      ),
    /^RUN_EXIT$/,
  ],
  ["loop.onnx", () => modelBytes({ nodes: [node("Loop", [], ["y"])] }), /^ONNX_OPERATOR$/],
];

/** `count` submissions, a tenth of them hostile, in an order that mixes them. */
export function mixedEntries(count: number): MixedEntry[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 10 !== 3) {
      return { id: `honest-${i}`, submission: { name: "entry.zip", bytes: honest(i) }, expected: "scored" };
    }
    const [name, bytes, expected] = hostile[Math.floor(i / 10) % hostile.length] as (typeof hostile)[number];
    const file = name.endsWith(".onnx") ? name : "entry.zip";
    return { id: `${name}-${i}`, submission: { name: file, bytes: bytes() }, expected };
  });
}
