import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulateCohort } from "@braidyn/simulator";
import { braidyn } from "./command.ts";
import { runHere } from "./in-process.ts";

let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);
const settings = () => ({ env: { XDG_CONFIG_HOME: at("settings") } });
const jsonOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Record<string, unknown>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "braidyn-cli-"));
  await simulateCohort({ mice: 8, days: 1, minutes: 3, seed: 3, outDir: at("sessions"), maskSize: 48 });
  const build = ["challenge", "build", "lever-pull", at("sessions"), "--split", "auto", "-o", at("bundle")];
  expect((await runHere(build)).code).toBe(0);
  for (const name of ["constant", "binned"]) {
    const args = ["baseline", "lever-pull", name, "--bundle", at("bundle"), "-o", at(`${name}.csv`)];
    expect((await runHere(args)).code).toBe(0);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("score --receipt and verify", () => {
  test("sign, chain and verify; the private key is shown nowhere", async () => {
    const score = (name: string, ...more: string[]) =>
      braidyn(
        [
          "score",
          at(`${name}.csv`),
          "--bundle",
          at("bundle"),
          "--board",
          "public",
          "-o",
          at(`${name}.json`),
          ...more,
        ],
        settings(),
      );
    const first = await score("constant", "--receipt", at("1.json"));
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/number 1, signed with the key [0-9a-f]{64}/);
    const second = await score("binned", "--receipt", at("2.json"), "--previous", at("1.json"));
    expect(second.stdout).toMatch(/number 2/);
    const key = at("settings", "braidyn", "receipt-key.pem");
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const secret = readFileSync(key, "utf8").split("\n")[1]!;
    expect(first.stdout + second.stdout + readFileSync(at("2.json"), "utf8")).not.toContain(secret);

    const evidence = [
      "--submission",
      at("binned.csv"),
      "--bundle",
      at("bundle"),
      "--report",
      at("binned.json"),
    ];
    const verify = ["verify", at("1.json"), at("2.json"), "--key", `${key}.pub`, ...evidence];
    const verified = await runHere(verify);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.stdout).toMatch(
      /✓ scoring again gives the same report[\s\S]*Valid as far as was checked/,
    );
    const { valid, receipts } = jsonOf(await runHere([...verify, "--json"])) as unknown as {
      valid: boolean;
      receipts: { checks: { result: string }[] }[];
    };
    expect(valid).toBe(true);
    expect(receipts[1]?.checks.every(({ result }) => result === "right")).toBe(true);
    expect((await runHere([...verify, "--lang", "ja"])).stdout).toContain("確認した範囲では有効です");
  });

  test("say what is wrong, and exit with 1", async () => {
    const receipt = readFileSync(at("1.json"), "utf8");
    writeFileSync(at("changed.json"), receipt.replace(/"value":0\.5/, '"value":0.9'));
    writeFileSync(at("other.csv"), `${readFileSync(at("constant.csv"), "utf8")}\n`);
    const cases: [string[], RegExp][] = [
      [[at("changed.json")], /✗ signed with the key it names.*\(RECEIPT_SIGNATURE\)/],
      [[at("1.json"), "--submission", at("other.csv")], /\(RECEIPT_SUBMISSION\)/],
      [[at("1.json"), "--report", at("binned.json")], /\(RECEIPT_REPORT\)/],
      [[at("2.json"), at("1.json")], /\(RECEIPT_CHAIN\)/],
      [[at("1.json"), "--key", "0".repeat(64)], /\(RECEIPT_SIGNER\)/],
      [[at("constant.csv")], /\(RECEIPT_FORM\)/],
    ];
    for (const [args, says] of cases) {
      const { code, stdout } = await runHere(["verify", ...args]);
      expect([args, code]).toEqual([args, 1]);
      expect(stdout).toMatch(says);
      expect(stdout).toContain("Not valid.");
    }
    const input = at("bundle", "public", "train", "input.npy");
    const bytes = readFileSync(input);
    bytes[1000]! ^= 1;
    writeFileSync(at("input.npy"), readFileSync(input));
    writeFileSync(input, bytes);
    const damaged = await runHere(["verify", at("1.json"), "--bundle", at("bundle")]);
    writeFileSync(input, readFileSync(at("input.npy")));
    expect(damaged).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/train\/input\.npy.*RECEIPT_BUNDLE/) as string,
    });
  });

  test("overwrite nothing, and use no key that others may read", async () => {
    const args = ["score", at("constant.csv"), "--bundle", at("bundle"), "--receipt"];
    const again = await runHere([...args, at("1.json")], settings());
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("COMMAND_FILE_EXISTS") as string,
    });
    const key = at("loose.pem");
    expect((await runHere([...args, at("3.json"), "--key", key])).code).toBe(0);
    chmodSync(key, 0o644);
    const loose = await runHere([...args, at("4.json"), "--key", key]);
    expect(loose).toMatchObject({ code: 1, stderr: expect.stringContaining("RECEIPT_KEY_MODE") as string });
    expect((await runHere([...args.slice(0, -1), "--key", key])).code).toBe(2);
  });
});

test.skipIf(process.platform === "win32")("validate and score follow no link to a submission", async () => {
  symlinkSync(at("constant.csv"), at("link.csv"));
  for (const command of ["validate", "score"]) {
    const { code, stderr } = await runHere([
      command,
      at("link.csv"),
      "--bundle",
      at("bundle"),
      "--lang",
      "ja",
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/SUBMISSION_SYMLINK: .*シンボリックリンク/);
  }
});

describe("challenge power", () => {
  test("says for each board how small a difference can be found, and what it assumed", async () => {
    const { code, stdout } = await runHere(["challenge", "power", "lever-pull"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/public +4 +60 +0\.0\d{3}\n[\s\S]*Assumed: .* 0\.0400 between subjects/);
    expect(stdout).toContain("only 4 subjects");
    const ja = await runHere(["challenge", "power", "lever-pull", "--lang", "ja"]);
    expect(ja.stdout).toMatch(/確率 0\.8 で見つかる最小の差[\s\S]*仮定/);
  });

  test("counts a bundle's subjects and measures the spread between two entries", async () => {
    const args = ["challenge", "power", "--bundle", at("bundle"), "--json"];
    const assumed = jsonOf(await runHere(args));
    expect(assumed).toMatchObject({ challenge: "lever-pull", subjectSd: 0.04, measuredOn: null });
    const measured = jsonOf(await runHere([...args, "--entries", at("constant.csv"), at("binned.csv")]));
    expect(measured).toMatchObject({ measuredOn: 2, boards: [{ board: "validation", subjects: 2 }, {}, {}] });
  });

  test("wants a challenge or a bundle, and numbers that make sense", async () => {
    expect((await runHere(["challenge", "power"])).stderr).toContain("--bundle");
    expect((await runHere(["challenge", "power", "lever-pull", "--power", "2"])).stderr).toContain(
      "COMMAND_OPTION",
    );
    expect((await runHere(["challenge", "power", "lever-pull", "--bundle", at("bundle")])).code).toBe(2);
  });
});

describe("challenge coverage", () => {
  test("prints how often intervals hold the truth, in every condition and both languages", async () => {
    const args = ["challenge", "coverage", "--studies", "100", "--resamples", "300"];
    const { conditions } = jsonOf(await runHere([...args, "--json"])) as unknown as {
      conditions: { covered: number }[];
    };
    expect(conditions).toHaveLength(4);
    for (const { covered } of conditions) expect(covered).toBeGreaterThan(0.8);
    expect((await runHere(args)).stdout).toMatch(
      /Coverage of the 95 % interval: 8 subjects[\s\S]*exponential/,
    );
    expect((await runHere([...args, "--lang", "ja"])).stdout).toContain("被覆率");
    expect((await runHere([...args, "--subjects", "0"])).stderr).toContain("COMMAND_OPTION");
  });
});
