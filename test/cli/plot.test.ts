import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { simulateCohort } from "@braidyn/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { braidyn } from "./command.ts";
import { runHere } from "./in-process.ts";
import { fixtures, ordinary, sessionFixtures } from "./session-files.ts";

let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);
let task = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "braidyn-plot-"));
  [task = ""] = await simulateCohort({ mice: [15], days: [8], minutes: 2, outDir: at("one"), maskSize: 48 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of text in an SVG. */
const textsOf = (svg: string) => [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text);
const draw = async (kind: string, name: string, ...args: readonly string[]) => {
  const result = await runHere(["plot", kind, ...args, "-o", at(name), "--force"]);
  expect(result).toMatchObject({ code: 0, stderr: "" });
  return readFileSync(at(name));
};
const refused = async (...args: readonly string[]) => {
  const { code, stdout } = await runHere(["plot", ...args, "--json"]);
  return {
    exit: code,
    ...(JSON.parse(stdout) as { error: { code: string; message: string; hint: string } }).error,
  };
};

const sessionKinds = ["strip", "heatmap", "peth", "raster", "learning-curve", "cortex-map", "keypoints"];

describe("one session", () => {
  test.each(sessionKinds)("%s is drawn as a PNG", async (kind) => {
    const png = await draw(kind, `${kind}.png`, task);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(10_000);
    expect(png.length).toBeLessThan(2_000_000);
  });

  test("names the session, and speaks Japanese", async () => {
    const args = [task, "--event", "cue", "--by", "outcome", "--lang", "ja"];
    const texts = textsOf(String(await draw("peth", "peth.svg", ...args)));
    expect(texts).toEqual(expect.arrayContaining(["合図からの時間（秒）", "合図前後の dF/F"]));
    expect(texts.filter((text) => /^成功（\d+ 回）$/.test(text ?? ""))).toHaveLength(1);
    expect(texts.some((text) => text?.endsWith("task-day8"))).toBe(true);
  });

  test("--regions, --time, --window, --width and --title are heeded", async () => {
    const args = [task, "--regions", "MOp,VISp_l", "--title", "Mine", "--width", "300"];
    const texts = textsOf(String(await draw("peth", "some.svg", ...args, "--window", "0.5", "1")));
    expect(texts).toEqual(expect.arrayContaining(["MOp_l", "MOp_r", "VISp_l", "Mine"]));
    expect(texts).not.toContain("AUDp_l");
    const strip = textsOf(
      String(await draw("strip", "strip.svg", task, "--time", "20", "30", "--regions", "MOs")),
    );
    expect(strip).toEqual(expect.arrayContaining(["A stretch of the session", "MOs_l", "20", "30"]));
  });

  test("the page of a cortex map moves, its picture stands still", async () => {
    const page = String(await draw("cortex-map", "map.html", task));
    expect(/"animation":\{"signal":"frame","count":90/.test(page)).toBe(true);
    expect(textsOf(String(await draw("cortex-map", "map.svg", task)))).toContain("dF/F after pull");
  });

  test("what was written is told, for programs too", async () => {
    const args = ["plot", "raster", task, "-o", at("told.vl.json")];
    const { stdout } = await runHere([...args, "--json"]);
    const told = JSON.parse(stdout) as { bytes: number };
    expect(told).toEqual({
      path: at("told.vl.json"),
      kind: "raster",
      format: "vl.json",
      bytes: readFileSync(at("told.vl.json")).length,
    });
    expect((await runHere([...args, "--force"])).stdout).toMatch(/told\.vl\.json: raster, \d+(\.\d)? kB\n/);
  });
});

describe("several sessions", () => {
  beforeAll(async () => {
    const cohort = { mice: 3, days: 3, minutes: 1, streams: [], maskSize: 48, outDir: at("cohort") } as const;
    await simulateCohort(cohort);
  });

  test("learning curves of a folder have a line a mouse and a point a day", async () => {
    const spec = String(await draw("learning-curve", "learning.vl.json", at("cohort")));
    expect(spec).toContain("Mice: 3, sessions: 9.");
    expect(new Set(spec.match(/"mouse":"[^"]+"/g)).size).toBe(3);
  });

  test("windows of all of them make one PETH", async () => {
    const count = (spec: string) => Number(/"group":"all \(n = (\d+)\)"/.exec(spec)?.[1]);
    const files = readdirSync(at("cohort")).map((name) => at("cohort", name));
    const together = count(String(await draw("peth", "all.vl.json", at("cohort"), "--event", "cue")));
    let sum = 0;
    for (const file of files) sum += count(String(await draw("peth", "one.vl.json", file, "--event", "cue")));
    expect(together).toBe(sum);
  });

  test("a session that is nothing but rest is left out and counted", async () => {
    const [rest = ""] = await simulateCohort({
      mice: 1,
      days: [1],
      type: "resting-state",
      minutes: 0.5,
      streams: [],
      maskSize: 48,
      outDir: at("rest"),
    });
    const { code, stderr } = await runHere(["plot", "learning-curve", task, rest, "-o", at("rest.svg")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "Sessions without trials, left out: 1\n" });
    expect(await refused("learning-curve", rest, "-o", at("none.svg"))).toMatchObject({
      code: "PLOT_NO_DAYS",
      exit: 1,
    });
  });
});

describe("predictions", () => {
  const bundle = () => at("bundle");
  beforeAll(async () => {
    await simulateCohort({
      mice: 8,
      days: [8],
      minutes: 4,
      streams: ["sensors"],
      maskSize: 48,
      outDir: at("mice"),
    });
    const build = [
      "challenge",
      "build",
      "lever-pull",
      at("mice"),
      "-o",
      bundle(),
      "--split",
      "auto",
      "--secret",
      "5a".repeat(32),
    ];
    expect((await runHere(build)).code).toBe(0);
    mkdirSync(at("predictions"));
    for (const name of ["constant", "linear"]) {
      const args = [
        "baseline",
        "lever-pull",
        name,
        "--bundle",
        bundle(),
        "-o",
        at("predictions", `${name}.csv`),
      ];
      expect((await runHere(args)).code).toBe(0);
    }
  });

  test("ROC curves carry the area under them", async () => {
    const args = [at("predictions"), "--bundle", bundle(), "--board", "public"];
    const texts = textsOf(String(await draw("roc", "roc.svg", ...args)));
    expect(texts).toContain("constant (AUC 0.500)");
    expect(texts.find((text) => text?.startsWith("linear (AUC 0."))).toBeDefined();
  });

  test("mouse dots are the report's own scores", async () => {
    const args = [`ours=${at("predictions", "linear.csv")}`, "--bundle", bundle(), "--board", "public"];
    const spec = String(await draw("mouse-dots", "dots.vl.json", ...args));
    const score = await runHere([
      "score",
      at("predictions", "linear.csv"),
      "--bundle",
      bundle(),
      "--board",
      "public",
      "--json",
    ]);
    const { metrics } = JSON.parse(score.stdout) as {
      metrics: { score: number; subjects: { score: number }[] }[];
    };
    for (const each of [metrics[0], ...(metrics[0]?.subjects ?? [])])
      expect(spec).toContain(`"score":${each?.score}`);
  });

  test("calibration is drawn, and needs probabilities", async () => {
    await draw("calibration", "calibration.svg", at("predictions", "constant.csv"), "--bundle", bundle());
    const shifted = readFileSync(at("predictions", "linear.csv"), "utf8").replace(
      /,([^,\n]+)$/gm,
      (all, value) => (Number.isNaN(Number(value)) ? all : `,${Number(value) + 5}`),
    );
    writeFileSync(at("shifted.csv"), shifted);
    expect(
      await refused("calibration", at("shifted.csv"), "--bundle", bundle(), "-o", at("no.svg")),
    ).toMatchObject({ code: "PLOT_PROBABILITY" });
  });

  test("without a bundle, or with a column that it lacks, they are refused", async () => {
    expect(await refused("roc", at("predictions"), "-o", at("no.svg"))).toMatchObject({
      code: "PLOT_BUNDLE",
      exit: 2,
    });
    const args = ["roc", at("predictions"), "--bundle", bundle(), "--column", "levr", "-o", at("no.svg")];
    expect(await refused(...args)).toMatchObject({
      code: "COMMAND_OPTION",
      message: expect.stringContaining("lever") as string,
    });
  });
});

describe("board progress", () => {
  test("is drawn from CSV and from JSON", async () => {
    writeFileSync(
      at("board.csv"),
      "\uFEFFteam,time,score\nneurons,2026-01-10T01:00:00Z,0.6\nlevers,2026-01-10T02:00:00Z,0.7\n",
    );
    writeFileSync(
      at("board.json"),
      JSON.stringify([{ team: "チーム大脳", time: "2026-01-10T01:00:00Z", score: 0.6 }]),
    );
    expect(textsOf(String(await draw("board-progress", "board.svg", at("board.csv"))))).toEqual(
      expect.arrayContaining(["neurons", "levers"]),
    );
    expect(textsOf(String(await draw("board-progress", "board.svg", at("board.json"))))).toContain(
      "チーム大脳",
    );
  });

  test.each([
    ["broken.json", "[{"],
    ["object.json", "{}"],
    ["null.json", "[null]"],
    ["empty-score.json", '[{"team":"a","time":"2026-01-10","score":null}]'],
    ["columns.csv", "team,when\na,b\n"],
    ["binary.csv", "\u0000\u0001\u0002"],
  ])("%s is refused in words", async (name, text) => {
    writeFileSync(at(name), text);
    expect((await refused("board-progress", at(name), "-o", at("no.svg"))).code).toMatch(
      /^PLOT_(PROGRESS_FILE|NO_SCORES)$/,
    );
  });
});

describe("what cannot be drawn is said, and nothing is left behind", () => {
  test.each([
    [["peth", "--regions", "MOQ_l"], "PLOT_REGION", 1, /did you mean MOp_l/],
    [["strip", "--trial", "4000"], "PLOT_TRIAL", 1, /0 to \d+/],
    [["strip", "--time", "1e6", "2e6"], "PLOT_NO_SAMPLES", 1, /./],
    [["heatmap", "--time", "1e6", "2e6"], "PLOT_NO_SAMPLES", 1, /./],
    [["heatmap", "--time", "10", "10"], "COMMAND_OPTION", 2, /--time/],
    [["peth", "--time", "1e6", "2e6"], "PLOT_NO_WINDOWS", 1, /./],
    [["raster", "--time", "1e6", "2e6"], "PLOT_NO_TRIALS", 1, /./],
    [["keypoints", "--time", "1e6", "2e6"], "PLOT_NO_POINTS", 1, /./],
    [["keypoints", "--names", "tail"], "NWB_MISSING", 1, /tail/],
    [["peth", "--by", "weather"], "NWB_MISSING", 1, /weather/],
    [["peth", "--outcome", "sucess"], "COMMAND_OPTION", 2, /sucess/],
    [["peth", "--window", "0", "0"], "COMMAND_OPTION", 2, /--window/],
    [["heatmap", "--event", "cue"], "COMMAND_OPTION_UNUSED", 2, /--event/],
    [["heatmap", "--width", "5"], "PLOT_OPTION", 2, /width/],
    [["heatmap", "--scale", "99"], "PLOT_OPTION", 2, /scale/],
  ] as const)("%s", async ([kind, ...options], code, exit, message) => {
    const before = readdirSync(folder);
    const error = await refused(kind, task, ...options, "-o", at("nothing.png"));
    expect(error).toMatchObject({ code, exit, message: expect.stringMatching(message) as string });
    expect(readdirSync(folder)).toEqual(before);
  });

  test("an ending that is no picture's, two sessions at once, a folder that is not there", async () => {
    expect(await refused("heatmap", task, "-o", at("x.gif"))).toMatchObject({ code: "PLOT_ENDING", exit: 2 });
    expect(await refused("heatmap", task, ordinary, "-o", at("x.svg"))).toMatchObject({
      code: "PLOT_ONE_SESSION",
      exit: 2,
    });
    expect(await refused("heatmap", task, "-o", at("none", "x.svg"))).toMatchObject({
      code: "COMMAND_SYSTEM",
      exit: 1,
    });
    expect(await refused("heatmap", at("nowhere.nwb"), "-o", at("x.svg"))).toMatchObject({
      code: "COMMAND_NOT_FOUND",
    });
  });

  test("a picture that is there already is only replaced with --force", async () => {
    writeFileSync(at("mine.svg"), "mine");
    expect(await refused("heatmap", task, "-o", at("mine.svg"))).toMatchObject({
      code: "COMMAND_FILE_EXISTS",
    });
    expect(readFileSync(at("mine.svg"), "utf8")).toBe("mine");
  });
});

const files = sessionFixtures().map(
  (path) => [`${basename(dirname(path))}/${basename(path)}`, path] as const,
);

test.each(files)("%s: every kind is drawn, or says what is lacking", async (_, path) => {
  for (const kind of sessionKinds) {
    const out = at(`fixture-${kind}.vl.json`);
    const { code, stdout, stderr } = await runHere(["plot", kind, path, "-o", out, "--force", "--json"]);
    expect(stderr).toBe("");
    const result = JSON.parse(stdout) as { error?: { code: string; hint: string } };
    if (code === 0) expect(existsSync(out)).toBe(true);
    else
      expect(result.error).toMatchObject({
        code: expect.stringMatching(/^(NWB_MISSING|PLOT_NO_\w+)$/) as string,
        hint: expect.stringMatching(/\S/) as string,
      });
  }
});

describe("hostile files", () => {
  const hostile = readdirSync(join(fixtures, "hostile")).filter((name) => name.endsWith(".nwb"));

  test.each(hostile)("%s is drawn, or refused in one coded line", async (name) => {
    for (const kind of ["strip", "cortex-map"]) {
      const { code, stderr } = await runHere([
        "plot",
        kind,
        join(fixtures, "hostile", name),
        "-o",
        at("h.vl.json"),
        "--force",
      ]);
      expect([0, 1]).toContain(code);
      if (code === 1) expect(stderr).toMatch(/^braidyn: (NWB|TABLE|PLOT)_\w+: .+\n.+\n$/);
    }
  });
});

test("the command itself draws, from another folder and in a process of its own", async () => {
  const { code, stdout } = await braidyn(["plot", "heatmap", basename(task), "-o", "h.svg"], {
    cwd: dirname(task),
  });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^h\.svg: heatmap, /) as string,
  });
  expect(existsSync(join(dirname(task), "h.svg"))).toBe(true);
});
