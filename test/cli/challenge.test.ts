import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { braidyn } from "./command.ts";
import { runHere } from "./in-process.ts";

const secret = "5a".repeat(32);
const catalogue = join(import.meta.dirname, "..", "..", "challenges");

/** What an organizer and a team do one after another; the parts below look at what came of it. */
describe("from sessions to a score", () => {
  let folder = "";
  const at = (...parts: string[]) => join(folder, ...parts);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "braidyn-cli-"));
    const simulated = ["simulate", "-o", at("sessions"), "--mice", "8", "--minutes", "5", "--seed", "3"];
    expect(await braidyn(simulated)).toMatchObject({ code: 0 });
    writeFileSync(at("secret.txt"), `${secret}\n`);
    const build = [
      "challenge",
      "build",
      "lever-pull",
      at("sessions"),
      "--split",
      "auto",
      "--secret",
      at("secret.txt"),
    ];
    const built = await braidyn([...build, "-o", at("bundle"), "--json"]);
    expect(built).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(built.stdout)).toMatchObject({
      challenge: "lever-pull",
      splits: { train: { subjects: 4 } },
    });
    for (const name of ["constant", "binned"]) {
      const file = at("predictions", `${name}.csv`);
      await mkdir(at("predictions"), { recursive: true });
      const args = ["baseline", "lever-pull", name, "--bundle", at("bundle"), "-o", file];
      expect(await braidyn(args)).toMatchObject({ code: 0, stderr: "" });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("the same secret and seed build the same bundle, by split file too", async () => {
    writeFileSync(
      at("split.yaml"),
      "unit: subject\ntrain: [48, 51, 52, 53, 54]\npublic: [60, 61]\nprivate: [63]\n",
    );
    const build = ["challenge", "build", "lever-pull", at("sessions"), "--secret", secret, "--split"];
    expect((await runHere([...build, "auto", "-o", at("again")])).code).toBe(0);
    const digest = (bundle: string) =>
      createHash("sha256")
        .update(readFileSync(at(bundle, "public", "manifest.json")))
        .digest("hex");
    expect(digest("again")).toBe(digest("bundle"));
    const byFile = await runHere([...build, at("split.yaml"), "-o", at("again"), "--force"]);
    expect(byFile.code).toBe(0);
    expect(byFile.stdout).toMatch(/train +\d+ +5 +5\n.*validation +0 +0 +0\n.*test +\d+ +3 +3/);
    const refused = await runHere([...build, "auto", "-o", at("again")]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("BUNDLE_EXISTS") as string });
  });

  test("a split that cannot be read says why", async () => {
    writeFileSync(at("wrong.yaml"), "unit: litter\ntrain: [1]\npublic: [2]\n");
    const args = [
      "challenge",
      "build",
      "lever-pull",
      at("sessions"),
      "-o",
      at("none"),
      "--split",
      at("wrong.yaml"),
    ];
    const { code, stderr } = await runHere(args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/COMMAND_SPLIT_FILE.*unit/);
    expect(existsSync(at("none"))).toBe(false);
  });

  test("a split without these mice names the sessions' mice and leaves no folder", async () => {
    writeFileSync(at("others.yaml"), "unit: subject\ntrain: [901]\npublic: [902]\n");
    const args = [
      "challenge",
      "build",
      "lever-pull",
      at("sessions"),
      "-o",
      at("none"),
      "--split",
      at("others.yaml"),
    ];
    const { code, stderr } = await runHere(args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/BUNDLE_EMPTY/);
    expect(readdirSync(folder).filter((name) => name.includes("none"))).toEqual([]);
  });

  test("validate accepts a baseline's predictions, and refuses damaged ones without a stack", async () => {
    const file = at("predictions", "binned.csv");
    const accepted = await braidyn(["validate", file, "--bundle", at("bundle"), "--json"]);
    expect(JSON.parse(accepted.stdout)).toMatchObject({ accepted: true, splits: ["test", "validation"] });
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(at("short.csv"), lines.slice(0, -3).join("\n"));
    const refused = await braidyn(["validate", at("short.csv"), "--bundle", at("bundle")]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^braidyn: SUBMISSION_ROWS_MISSING: .+\n.+\n$/);
  });

  test("score prints the report; --json and -o give the harness's bytes, every time the same", async () => {
    const args = ["score", at("predictions", "binned.csv"), "--bundle", at("bundle"), "--board", "public"];
    const [text, json] = await Promise.all([
      braidyn([...args, "--lang", "ja"]),
      braidyn([...args, "--json", "-o", at("report.json")]),
    ]);
    expect(text.stdout).toMatch(/roc_auc +[\d.]+ +\[[\d.]+, [\d.]+\]/);
    expect(text.stdout).toContain("個体ごとの roc_auc");
    expect(`${readFileSync(at("report.json"), "utf8")}\n`).toBe(json.stdout);
    expect((await runHere([...args, "--json"])).stdout).toBe(json.stdout);
    expect(JSON.parse(json.stdout)).toMatchObject({ format: "braidyn-report/1", board: "public" });
  });

  test("the validation board needs no private half, the others do", async () => {
    await cp(at("bundle", "public"), at("team", "public"), { recursive: true });
    const args = ["score", at("predictions", "constant.csv"), "--bundle", at("team")];
    expect((await runHere(args)).stdout).toMatch(/validation/);
    const refused = await runHere([...args, "--board", "private"]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("BUNDLE_NO_TRUTH") as string });
  });

  test("board ranks submissions, and lists those it had to refuse", async () => {
    writeFileSync(at("bad.csv"), "row_id,lever\nnone,1\n");
    const args = [
      "board",
      at("predictions"),
      `bad=${at("bad.csv")}`,
      "--bundle",
      at("bundle"),
      "--board",
      "public",
    ];
    const { code, stdout, stderr } = await braidyn(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 +binned[\s\S]*\d +constant[\s\S]*\d +bad +none/);
    expect(stderr).toMatch(/^bad +SUBMISSION_ROW_UNKNOWN/);
  });

  test("a baseline that does not exist is an error that names those that do", async () => {
    const args = ["baseline", "lever-pull", "magic", "--bundle", at("bundle"), "-o", at("magic.csv")];
    const { code, stderr } = await runHere(args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/CHALLENGE_BASELINE[\s\S]*constant, linear, binned/);
    expect(existsSync(at("magic.csv"))).toBe(false);
  });
});

describe("challenge list and check", () => {
  test("list names every challenge with its baselines", async () => {
    const { stdout } = await runHere(["challenge", "list", "--json"]);
    const { challenges } = JSON.parse(stdout) as { challenges: { id: string; baselines: string[] }[] };
    expect(challenges.find(({ id }) => id === "lever-pull")?.baselines).toEqual([
      "constant",
      "linear",
      "binned",
    ]);
    expect((await runHere(["challenge", "list", "--lang", "ja"])).stdout).toContain("レバー");
  });

  test("check finds nothing wrong with the catalogue", async () => {
    const { code, stdout } = await runHere(["challenge", "check", "--all"]);
    expect(code).toBe(0);
    expect(stdout).toContain("lever-pull: nothing wrong");
    expect((await runHere(["challenge", "check", "lever-pull"])).code).toBe(0);
  });

  test("check gives every problem of a folder with its line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "braidyn-cli-"));
    const text = readFileSync(join(catalogue, "lever-pull", "challenge.yaml"), "utf8");
    const broken = text
      .replace("primary: roc_auc", "primary: roc_auk")
      .replace("unit: subject", "unit: litter");
    writeFileSync(join(folder, "challenge.yaml"), broken);
    const { code, stdout } = await runHere(["challenge", "check", folder]);
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stdout.match(/challenge\.yaml:\d+/g)?.length).toBeGreaterThanOrEqual(1);
    expect(stdout).toMatch(/CHALLENGE_\w+/);
  });

  test("an unknown challenge is an error that names the known ones", async () => {
    const { code, stderr } = await runHere(["challenge", "check", "nothing-like-it"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/CHALLENGE_UNKNOWN[\s\S]*lever-pull/);
  });
});
