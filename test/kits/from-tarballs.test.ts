import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileProblems } from "../../release/check-package.ts";
import { outputOf, runCommand, type Ended } from "../../release/command.ts";
import { packAll, type PackedPackage } from "../../release/pack.ts";
import { findPython } from "../python.ts";
import { blocksOf, missingLines, readmeOf, type Block } from "./kit-readme.ts";

const python = findPython("numpy", "pandas", "pyarrow", "sklearn", "pip");
const jupyter = findPython("nbclient", "ipykernel", "sklearn", "pyarrow");

/** Outside the repository, empty but for what npm installs from the packed packages. */
const folder = mkdtempSync(join(tmpdir(), "braidyn-kits-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let packed: PackedPackage[] = [];
let environment: Record<string, string> = {};

beforeAll(async () => {
  packed = await packAll(join(folder, "packages"));
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  await outputOf("npm", ["install", ...quiet, ...packed.map(({ path }) => path)], { cwd: folder });
  environment = {
    ...{ LC_ALL: "C.UTF-8", npm_config_prefer_offline: "true", BRAIDYN_PYTHON: python ?? "python3" },
    // pip finds everything there already, and must not change the Python of whoever runs this
    ...{ PIP_NO_INDEX: "1", PIP_BREAK_SYSTEM_PACKAGES: "1", PIP_DISABLE_PIP_VERSION_CHECK: "1" },
    PATH: `${pythonFolder()}:${process.env["PATH"]}`,
  };
}, 300_000);

/** A folder whose `python3` is the Python of these tests. */
function pythonFolder(): string {
  const bin = join(folder, "python-bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "python3"), `#!/bin/sh\nexec "${python ?? "python3"}" "$@"\n`, { mode: 0o755 });
  return bin;
}

/** Runs the lines of a README as a shell would. */
function shell(lines: readonly string[], cwd: string): Promise<Ended> {
  return runCommand("bash", ["-e", "-c", lines.join("\n")], { cwd, env: environment });
}

test("packed packages hold their licence, README, types for every module, and no tests", () => {
  expect(packed.length).toBeGreaterThan(7);
  expect(packed.flatMap((each) => fileProblems(each).map((problem) => `${each.name}: ${problem}`))).toEqual(
    [],
  );
});

/** Scores an entry as a README says: in isolation, or where this machine has none, without. */
async function scoreHere(command: string, cwd: string): Promise<Ended> {
  const isolated = await shell([`${command} --json`], cwd);
  if (!/ISOLATION|RUN_NOT_STARTED/.test(isolated.stdout)) return isolated;
  return shell([`${command} --json --isolation none`], cwd);
}

function metricsOf(report: string): unknown {
  return (JSON.parse(report) as { metrics?: unknown }).metrics ?? report;
}

test("the installed command runs from compiled code and finds what it needs on this machine", async () => {
  expect(await shell(["npx --no-install braidyn doctor --json"], folder)).toMatchObject({ code: 0 });
});

/** What each kit's baseline predicted, by row id. */
const baselines = new Map<string, ReadonlyMap<string, number>>();

describe.each([
  {
    kit: "typescript",
    train: "npm run train",
    bins: ["entry/features.ts", "binFrames = 15", "binFrames = 3"],
  },
  { kit: "python", train: "python3 train.py", bins: ["entry/model.py", "BIN_FRAMES = 15", "BIN_FRAMES = 3"] },
])("the $kit kit, from packed packages in an empty folder", ({ kit, train, bins }) => {
  const missing = kit === "python" && python === null;
  const why = missing ? " (needs Python with numpy pandas pyarrow scikit-learn pip; set BRAIDYN_PYTHON)" : "";
  const blocks = blocksOf(readmeOf(kit, "README.md"));
  const parent = join(folder, kit);
  const team = join(parent, "team");
  const [commands, shown, changed] = blocks as [Block, Block, Block];

  /** A block of commands that begins with this one, and what the README shows of it. */
  const blockOf = (start: string) => {
    const at = blocks.findIndex(({ language, lines }) => language === "sh" && lines[0]?.startsWith(start));
    const next = blocks[at + 1];
    return { lines: blocks[at]?.lines ?? [], shown: next?.language === "text" ? next.lines : [] };
  };

  test.skipIf(missing)(
    `comes from \`braidyn new\` to the board with the README's five commands${why}`,
    async () => {
      mkdirSync(parent);
      const { code, stdout, stderr } = await shell(commands.lines, parent);
      expect(`${code} ${code === 0 ? "" : stderr}`).toBe("0 ");
      expect(missingLines(shown.lines, stdout)).toEqual([]);
      baselines.set(kit, predictionsIn(team));
    },
    300_000,
  );

  test.skipIf(missing)(
    `validates, scores and tests as the README says${why}`,
    async () => {
      const { lines, shown } = blockOf("npx braidyn validate predictions.csv");
      expect(lines).toHaveLength(3);
      const { code, stdout, stderr } = await shell(lines, team);
      expect(`${code} ${code === 0 ? "" : stdout + stderr}`).toBe("0 ");
      expect(missingLines(shown, stdout)).toEqual([]);
    },
    120_000,
  );

  test.skipIf(missing)(
    `its entry is fitted and scored by the harness, as its predictions are${why}`,
    async () => {
      const [validate = "", score = ""] = blockOf("npx braidyn validate entry").lines;
      const validated = await shell([validate], team);
      expect(validated).toMatchObject({ code: 0, stdout: expect.stringContaining("fit: fit.") as string });
      const ofEntry = await scoreHere(score, team);
      const ofPredictions = await shell(["npx braidyn score predictions.csv --bundle bundle --json"], team);
      expect(metricsOf(ofEntry.stdout)).toEqual(metricsOf(ofPredictions.stdout));
    },
    120_000,
  );

  test.skipIf(missing)(
    `gains what the README says by its first change${why}`,
    async () => {
      const [path = "", from = "", to = ""] = bins;
      const text = readFileSync(join(team, path), "utf8");
      expect(text).toContain(from);
      writeFileSync(join(team, path), text.replace(from, to));
      const { stdout } = await shell([train], team);
      writeFileSync(join(team, path), text);
      expect(missingLines(changed.lines, stdout)).toEqual([]);
    },
    120_000,
  );
});

test("the network of the TypeScript kit is trained, written as ONNX, run and accepted, as its README says", async () => {
  const blocks = blocksOf(readmeOf("typescript", "README.md"));
  const at = blocks.findIndex(({ lines }) => lines[0] === "npm run train-temporal");
  const [commands, shown] = [blocks[at], blocks[at + 1]] as [Block, Block];
  const team = join(folder, "typescript/team");
  const trained = await shell(commands.lines.slice(0, 1), team);
  expect(missingLines(shown.lines, trained.stdout)).toEqual([]);
  const ofModel = await scoreHere(commands.lines[1] as string, team);
  const ofPredictions = await shell(["npx braidyn score predictions.csv --bundle bundle --json"], team);
  expect(metricsOf(ofModel.stdout)).toEqual(metricsOf(ofPredictions.stdout));
}, 120_000);

test.skipIf(jupyter === null)(
  "the notebook runs in Jupyter and predicts as the kit does (needs Python with nbclient and ipykernel)",
  async () => {
    const program = [
      "import nbformat, nbclient",
      "notebook = nbformat.read('notebook.ipynb', as_version=4)",
      "nbclient.NotebookClient(notebook, timeout=120, kernel_name='python3').execute()",
      "outputs = [o for c in notebook.cells for o in c.get('outputs', [])]",
      "print(''.join(o.get('text', '') for o in outputs))",
    ];
    const team = join(folder, "python/team");
    const [command, args] = ["python3", ["-c", program.join("\n")]] as const;
    const { code, stdout, stderr } = await runCommand(command, args, { cwd: team, env: environment });
    expect(`${code} ${code === 0 ? "" : stderr}`).toBe("0 ");
    expect(stdout).toContain("validation roc_auc: 0.911");
    expect(difference(baselines.get("python"), predictionsIn(team))).toBeLessThan(1e-6);
  },
  120_000,
);

test.skipIf(python === null)("both kits' baselines predict the same", () => {
  expect(difference(baselines.get("typescript"), baselines.get("python"))).toBeLessThan(1e-4);
});

test.skipIf(python === null)(
  "the network in PyTorch learns, or says what to install",
  async () => {
    const { code, stdout, stderr } = await shell(["python3 train_temporal.py"], join(folder, "python/team"));
    if (code === 0) expect(stdout).toMatch(/^validation roc_auc: 0\.9/);
    else expect(stderr).toContain("This needs PyTorch: python -m pip install torch onnx");
  },
  120_000,
);

function predictionsIn(team: string): Map<string, number> {
  const rows = readFileSync(join(team, "predictions.csv"), "utf8").trimEnd().split("\n").slice(1);
  return new Map(rows.map((line) => line.split(",")).map(([id = "", value]) => [id, Number(value)]));
}

function difference(
  first: ReadonlyMap<string, number> = new Map(),
  second: ReadonlyMap<string, number> = new Map(),
): number {
  expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
  expect(first.size).toBe(350);
  return Math.max(...[...first].map(([id, value]) => Math.abs(value - (second.get(id) as number))));
}
