import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { findPython } from "../../../../test/python.ts";
import { isBraidynError } from "@braidyn/core";
import { makeStaging, none, type Isolation } from "../../src/index.ts";
import { probe } from "../../src/isolation/bubblewrap/probe.ts";
import { on, runNode, runPython, temporaryFolder, without } from "./programs.ts";

const python = findPython();
const scientific = findPython("numpy", "scipy", "sklearn");
const open = none(python ?? "python3");
const ways: [string, Isolation][] = [["none", open]];
if (on !== null) ways.unshift(["bubblewrap", on.isolation]);

const stay = "setInterval(() => {}, 1000);";

describe.each(ways)("under %s", (_, isolation) => {
  test("a program reads its place, writes its output and is told nothing else", async () => {
    process.env["BRAIDYN_TEST_SECRET"] = "secret";
    const source = `import fs from "node:fs";
      fs.writeFileSync(process.argv[3], fs.readdirSync(process.argv[2]).join());
      console.log(JSON.stringify(process.env), process.cwd());`;
    const { end, exitCode, signal, output, out, wallSeconds } = await runNode(isolation, source);
    expect({ end, exitCode, signal, output }).toEqual({
      end: "done",
      exitCode: 0,
      signal: null,
      output: "program.mjs",
    });
    expect(out).toContain('"OMP_NUM_THREADS":"1"');
    expect(out).not.toMatch(/secret|"RUN"/);
    expect(wallSeconds).toBeGreaterThan(0);
  });

  test.skipIf(python === null)("Python runs too (needs python3)", async () => {
    const { end, output } = await runPython(isolation, 'import sys; open(sys.argv[2], "w").write("done")');
    expect([end, output]).toEqual(["done", "done"]);
  });

  test("its end is told: a code, a signal, an exception", async () => {
    const [code, signal, thrown] = await Promise.all([
      runNode(isolation, "process.exit(7)"),
      runNode(isolation, "process.kill(process.pid, 'SIGSEGV'); setTimeout(() => {}, 1000)"),
      runNode(isolation, "throw new Error('of my own')"),
    ]);
    expect([code.end, code.exitCode]).toEqual(["exit-code", 7]);
    expect([signal.end, signal.signal]).toEqual(["signal", "SIGSEGV"]);
    expect([thrown.end, thrown.exitCode]).toEqual(["exit-code", 1]);
    expect(thrown.err).toContain("of my own");
  });

  test("it is ended at its wall time, whatever it ignores", async () => {
    const deaf = "for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {});";
    const { end } = await runNode(isolation, deaf + stay, { wallSeconds: 0.5 });
    expect(end).toBe("wall-time");
  });

  test("more than a stream may hold ends it; the beginning is kept", async () => {
    const { end, out } = await runNode(isolation, "for (;;) console.log('x'.repeat(1000))", {
      streamBytes: 5000,
    });
    expect([end, out.length]).toEqual(["stream-size", 5000]);
  });

  test("an output that grows too large ends it", async () => {
    const source = `import fs from "node:fs";
      for (let i = 0; i < 64; i++) fs.appendFileSync(process.argv[3], "x".repeat(1 << 16));`;
    const { end } = await runNode(isolation, source);
    expect(end).toBe("file-size");
  });

  test("the caller's signal ends it", async () => {
    const caller = new AbortController();
    const run = runNode(isolation, stay, {}, { signal: caller.signal });
    setTimeout(() => caller.abort(), 300);
    expect((await run).end).toBe("aborted");
    expect((await runNode(isolation, stay, {}, { signal: caller.signal })).end).toBe("aborted");
  });

  test("lines go both ways while it runs", async () => {
    const answers: string[] = [];
    const source = `import { createInterface } from "node:readline";
      for await (const line of createInterface(process.stdin)) console.log(Number(line) * 2);`;
    const { end, out } = await runNode(
      isolation,
      source,
      {},
      {
        converse: async ({ stdin, stdout }) => {
          const lines = createInterface(stdout)[Symbol.asyncIterator]();
          for (const frame of [1, 2, 3]) {
            stdin.write(`${frame}\n`);
            answers.push((await lines.next()).value as string);
          }
        },
      },
    );
    expect([end, answers, out]).toEqual(["done", ["2", "4", "6"], "2\n4\n6\n"]);
  });

  test("a program that ends while it is written to has ended, no more", async () => {
    const { end } = await runNode(
      isolation,
      "process.exit(0)",
      {},
      {
        converse: async ({ stdin, stdout }) => {
          for (let i = 0; i < 200; i++) stdin.write("x".repeat(1 << 14));
          for await (const _chunk of stdout);
        },
      },
    );
    expect(end).toBe("done");
  });

  test("a conversation that waits for what never comes ends with the wall time", async () => {
    const { end } = await runNode(
      isolation,
      stay,
      { wallSeconds: 0.5 },
      { converse: () => new Promise(() => {}) },
    );
    expect(end).toBe("wall-time");
  });

  test("what a conversation throws is thrown, and the program ended", async () => {
    const run = runNode(isolation, stay, {}, { converse: () => Promise.reject(new Error("a wrong answer")) });
    await expect(run).rejects.toThrow("a wrong answer");
  });

  test("a program that broke is told of before the conversation that broke on it", async () => {
    const { end, exitCode } = await runNode(
      isolation,
      "process.exit(3)",
      {},
      {
        converse: async ({ stdout }) => {
          for await (const _chunk of stdout);
          throw new Error("it said nothing");
        },
      },
    );
    expect([end, exitCode]).toEqual(["exit-code", 3]);
  });

  test("many at once do not disturb one another, and leave nothing", async () => {
    const open = () => readdirSync("/proc/self/fd").length;
    await runNode(isolation, ""); // what is opened once for all stays open
    const before = open();
    const runs = Array.from({ length: 24 }, (_, i) => {
      const source = `import fs from "node:fs"; fs.writeFileSync(process.argv[3], "${i}");`;
      return i % 6 === 5 ? runNode(isolation, stay, { wallSeconds: 0.5 }) : runNode(isolation, source);
    });
    const ended = await Promise.all(runs);
    expect(ended.map(({ end, output }) => (end === "done" ? output : end))).toEqual(
      runs.map((_, i) => (i % 6 === 5 ? "wall-time" : String(i))),
    );
    if (process.platform !== "linux") return;
    // descriptors of ended pipes are closed by the event loop, when it comes to it
    for (let i = 0; i < 40 && open() > before + 1; i++) await sleep(50);
    expect(open()).toBeLessThanOrEqual(before + 1);
  });
});

test("without isolation a missing interpreter is said so", async () => {
  const missing = none("no-such-python");
  const error = await runPython(missing, "").catch((thrown: unknown) => thrown);
  expect(isBraidynError(error, "RUNTIME_MISSING")).toBe(true);
});

describe.skipIf(on === null)(`isolated${without}`, () => {
  const isolation = on?.isolation as Isolation;

  test("places are found under neutral names, files and folders that are closed to others among them", async () => {
    const secretPath = join(temporaryFolder(), "team-rocket", "held-out");
    mkdirSync(secretPath, { recursive: true });
    writeFileSync(join(secretPath, "rows.csv"), "1,2\n", { mode: 0o600 });
    chmodSync(secretPath, 0o700);
    const file = join(secretPath, "rows.csv");
    const source = `import fs from "node:fs";
      const read = (path) => fs.readFileSync(path, "utf8");
      const texts = ["mountinfo", "cmdline", "environ", "cgroup"].flatMap((name) => ["1", "self"].map((id) => read("/proc/" + id + "/" + name)));
      console.log(JSON.stringify([read("/input/rows.csv"), read("/row"), texts.some((text) => text.includes("rocket"))]));`;
    const { end, out, err } = await runNode(
      isolation,
      source,
      {},
      {
        args: () => ["/entry/program.mjs"],
        places: [
          { name: "entry", path: writeProgram(source) },
          { name: "input", path: secretPath },
          { name: "row", path: file },
        ],
      },
    );
    expect([end, err]).toEqual(["done", ""]);
    expect(JSON.parse(out)).toEqual(["1,2\n", "1,2\n", false]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("what stands in a staging folder is read as it is", async () => {
    const staging = makeStaging();
    writeFileSync(join(staging.path, "rows.csv"), "1\n", { mode: 0o600 });
    const source = `import fs from "node:fs"; console.log(fs.readFileSync("/input/rows.csv", "utf8"));`;
    const { out } = await runNode(
      isolation,
      source,
      {},
      {
        args: () => ["/entry/program.mjs"],
        places: [
          { name: "entry", path: writeProgram(source) },
          { name: "input", path: staging.path },
        ],
      },
    );
    expect(out).toBe("1\n\n");
    await staging.close();
    expect(() => statSync(staging.path)).toThrow("ENOENT");
  });

  test("memory and CPU time of a whole run are limited and told", async ({ skip }) => {
    if (on?.limitedBy === "rlimits") skip("no cgroup may be written here");
    const [hungry, busy, modest] = await Promise.all([
      runNode(isolation, "const k = []; for (;;) k.push(Buffer.alloc(1 << 22, 1));", {
        memoryBytes: 2 ** 27,
      }),
      runNode(isolation, "for (;;);", { cpuSeconds: 1 }),
      runNode(isolation, "const k = Buffer.alloc(2 ** 26, 1);"),
    ]);
    expect(hungry.end).toBe("memory");
    expect(busy.end).toBe("cpu-time");
    expect(busy.cpuSeconds).toBeGreaterThan(0);
    expect(modest.end).toBe("done");
    expect(modest.peakMemoryBytes).toBeGreaterThan(2 ** 26);
  });

  test("a heap that outgrows the limit is told as memory", async () => {
    const grow = "const k = []; for (;;) k.push(new Array(1000).fill(k.length));";
    expect((await runNode(isolation, grow, { memoryBytes: 2 ** 27 })).end).toBe("memory");
  });

  test("an output that was begun by a run which was ended is not delivered", async () => {
    const source = `import fs from "node:fs"; fs.writeFileSync(process.argv[3], "half"); ${stay}`;
    const { end, output } = await runNode(isolation, source, { wallSeconds: 0.7 });
    expect([end, output]).toEqual(["wall-time", ""]);
  });

  test("scratch is there and small", async () => {
    const source = `import fs from "node:fs"; import os from "node:os";
      fs.writeFileSync(os.tmpdir() + "/a", "x".repeat(1000));
      try { for (let i = 0; i < 9; i++) fs.writeFileSync("/tmp/b" + i, "x".repeat(1 << 18)); } catch ({ code }) { console.log(code); }`;
    expect((await runNode(isolation, source)).out).toBe("ENOSPC\n");
  });

  test("names of places that would hide the interpreter are a mistake of the caller", async () => {
    const request = { places: [{ name: "usr", path: temporaryFolder() }] };
    await expect(runNode(isolation, "", {}, request)).rejects.toThrow(/usr/);
  });

  test.skipIf(python === null)(
    "an interpreter below /tmp runs, and its files stay as they are (needs python3)",
    async () => {
      const folder = join(temporaryFolder(), "venv");
      execFileSync(python as string, ["-m", "venv", "--without-pip", folder]);
      const { isolation: own } = await probe(join(folder, "bin", "python"));
      const source = `
import os, sys
try:
    open(os.path.join(sys.prefix, "lib", "mine"), "w")
except OSError as error:
    open(sys.argv[2], "w").write(sys.prefix + " " + error.strerror)`;
      expect((await runPython(own, source)).output).toBe(`${folder} Read-only file system`);
    },
  );

  test.skipIf(scientific === null)(
    "numpy, scipy and scikit-learn of the Python that was named are imported (needs them; set BRAIDYN_PYTHON)",
    async () => {
      const source = `
import sys, numpy, scipy.linalg
from sklearn.linear_model import Ridge
model = Ridge().fit(numpy.eye(3), numpy.arange(3))
open(sys.argv[2], "w").write(str(len(model.predict(numpy.eye(3)))))`;
      const { end, output, err } = await runPython(isolation, source, { memoryBytes: 2 ** 30 });
      expect([end, output, err]).toEqual(["done", "3", ""]);
    },
  );
});

function writeProgram(source: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "program.mjs"), source);
  return folder;
}
