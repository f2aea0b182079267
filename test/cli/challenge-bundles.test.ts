import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { braidyn } from "./command.ts";
import { runHere } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-cli-"));
const at = (...parts: string[]) => join(folder, ...parts);
const lint = ["challenge", "leak", "lever-pull", "--bundle", at("bundle")];
let commitment = "";

beforeAll(async () => {
  const simulated = ["simulate", "-o", at("sessions"), "--mice", "8", "--minutes", "4", "--seed", "3"];
  expect(await braidyn(simulated)).toMatchObject({ code: 0 });
  const build = ["challenge", "build", "lever-pull", at("sessions"), "--split", "auto", "--jobs", "2"];
  const built = await braidyn([...build, "-o", at("bundle"), "--json"]);
  expect(built).toMatchObject({ code: 0, stderr: "" });
  commitment = (JSON.parse(built.stdout) as { commitment: string }).commitment;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("leak finds nothing in a bundle as it was built, shows its probes, and says so in Japanese", async () => {
  const { code, stdout } = await runHere([...lint, "--sessions", at("sessions")]);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(stdout).toMatch(/lever-pull: no leak found[\s\S]*rows-per-session +0\.500/);
  expect((await runHere([...lint, "--lang", "ja"])).stdout).toContain("リークは見つかりませんでした");
  const json = JSON.parse((await runHere([...lint, "--json"])).stdout) as Record<string, object[]>;
  expect(json).toMatchObject({ challenge: "lever-pull", leaks: [], warnings: [] });
  expect(json["probes"]).toHaveLength(8);
});

test("leak exits 1 with a code and what to do where something was put into the public half", async () => {
  cpSync(at("bundle"), at("planted"), { recursive: true });
  writeFileSync(at("planted", "public", "notes.txt"), "r0: 1\n");
  const args = ["challenge", "leak", "lever-pull", "--bundle", at("planted")];
  const { code, stdout } = await runHere(args);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /leaks: 1\n.*public\/notes\.txt is in no manifest \(LEAK_FILE_UNLISTED\)\n.*before handing it out/,
  );
});

test("leak builds a bundle of its own where only sessions are given, and leaves none", async () => {
  const args = ["challenge", "leak", "lever-pull", "--sessions", at("sessions"), "--split", "auto", "--json"];
  const { code, stdout } = await runHere(args);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ leaks: [] });
});

test("a commitment is said, written into challenge.yaml with its comments kept, and checked afterwards", async () => {
  cpSync(join(import.meta.dirname, "../../challenges/lever-pull"), at("own"), { recursive: true });
  const said = await runHere(["challenge", "commit", at("bundle"), "--write", at("own")]);
  expect(said).toMatchObject({ code: 0, stdout: `${commitment}\n` });
  const written = readFileSync(at("own", "challenge.yaml"), "utf8");
  expect(written).toContain(`commitment: ${commitment}`);
  expect(written.match(/#/g)).toEqual(
    readFileSync(join(import.meta.dirname, "../../challenges/lever-pull/challenge.yaml"), "utf8").match(/#/g),
  );
  const verify = ["challenge", "verify-commitment", at("bundle")];
  expect((await runHere([...verify, "--challenge", at("own")])).code).toBe(0);
  expect((await runHere([...verify, "--commitment", commitment])).code).toBe(0);
  const wrong = await runHere([...verify, "--commitment", "0".repeat(64)]);
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining("BUNDLE_COMMITMENT") as string });
  expect((await runHere(verify)).stderr).toContain("BUNDLE_NO_COMMITMENT");
  expect((await runHere([...verify, "--commitment", "12"])).code).toBe(2);
});

test("a board shows the controls without a rank", async () => {
  const file = at("constant.csv");
  await runHere(["baseline", "lever-pull", "constant", "--bundle", at("bundle"), "-o", file]);
  const args = ["board", `constant=${file}`, "--bundle", at("bundle"), "--board", "public"];
  const { stdout } = await runHere(args);
  for (const name of ["shuffled labels", "behaviour only", "environment only", "mouse or day only"]) {
    expect(stdout).toMatch(new RegExp(`- +control: ${name} +\\d`));
  }
  const { controls } = JSON.parse((await runHere([...args, "--json"])).stdout) as {
    controls: { control: string }[];
  };
  expect(controls.map(({ control }) => control)).toEqual([
    "shuffled",
    "behaviour",
    "environment",
    "identity",
  ]);
});

test("a session that cannot be read is named, and what was done is kept for the next time", async () => {
  cpSync(at("sessions"), at("damaged"), { recursive: true });
  const [name = ""] = readdirSync(at("damaged")).sort();
  writeFileSync(at("damaged", name), "no session");
  const build = [
    "challenge",
    "build",
    "lever-pull",
    at("damaged"),
    "--split",
    at("split.yaml"),
    "--jobs",
    "1",
  ];
  writeFileSync(
    at("split.yaml"),
    "unit: subject\ntrain: [51, 52, 53, 54]\npublic: [60, 61]\nprivate: [63]\n",
  );
  const refused = await runHere([...build, "-o", at("again")]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(name) as string });
  const skipped = await runHere([...build, "-o", at("again"), "--skip-failed"]);
  expect(skipped.code).toBe(0);
  expect(skipped.stdout).toMatch(/day1 +failed/);
});
