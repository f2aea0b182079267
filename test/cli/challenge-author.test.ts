import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogueFolders } from "@braidyn/challenges";
import { braidyn } from "./command.ts";
import { runHere } from "./in-process.ts";

/** Outside the repository: nothing is installed there. */
let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "braidyn-author-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => join(folder, ...parts);

describe("a new challenge", () => {
  test("made anywhere passes its check at once, on a session too, and can be built", async () => {
    const made = await braidyn([
      "challenge",
      "new",
      "my-late",
      "-o",
      at("my-late"),
      "--from",
      "early-late-new-mice",
    ]);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("my-late") as string });
    const checked = await braidyn(["challenge", "check", at("my-late"), "--simulate", "--json"]);
    expect(JSON.parse(checked.stdout)).toEqual({
      challenges: [{ challenge: "my-late", rows: 20, problems: [] }],
    });
    const simulate = ["simulate", "-o", at("sessions"), "--mice", "4", "--days", "1", "--minutes", "10"];
    expect((await runHere(simulate)).code).toBe(0);
    writeFileSync(at("split.yaml"), "unit: subject\ntrain: [48, 51]\npublic: [52, 53]\n");
    const build = ["challenge", "build", at("my-late"), at("sessions"), "-o", at("bundle")];
    const built = await braidyn([...build, "--split", at("split.yaml"), "--json"]);
    expect(JSON.parse(built.stdout)).toMatchObject({ challenge: "my-late" });
    const baseline = ["baseline", at("my-late"), "linear", "--bundle", at("bundle"), "-o", at("linear.csv")];
    expect(await braidyn(baseline)).toMatchObject({ code: 0 });
  });

  test.each([...catalogueFolders().keys()])(
    "from %s has the new id everywhere and needs no neighbour",
    async (from) => {
      const out = at(`copy-of-${from}`);
      expect((await runHere(["challenge", "new", "quite-new", "-o", out, "--from", from])).code).toBe(0);
      const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      expect(files.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["challenge.yaml", "challenge.ts", "README.md", "README.ja.md"]),
      );
      expect(readFileSync(join(out, "challenge.yaml"), "utf8")).toMatch(/^id: quite-new$/m);
      for (const { parentPath, name } of files.filter(({ name }) => name.endsWith(".ts"))) {
        const up = parentPath === out ? /from "\.\.\// : /from "\.\.\/\.\.\//;
        expect(readFileSync(join(parentPath, name), "utf8")).not.toMatch(up);
      }
    },
  );

  test("never overwrites, and says what a name may be", async () => {
    writeFileSync(at("a-file"), "");
    const onto = await runHere(["challenge", "new", "x", "-o", at("a-file")]);
    expect(onto).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("CHALLENGE_NEW_EXISTS") as string,
    });
    const named = await runHere(["challenge", "new", "../x", "-o", at("fresh")]);
    expect(named).toMatchObject({ code: 1, stderr: expect.stringContaining("CHALLENGE_NEW_ID") as string });
    expect(readdirSync(folder)).not.toContain("fresh");
  });

  test("whose rows change from run to run is told so", async () => {
    const out = at("restless");
    await runHere(["challenge", "new", "restless", "-o", out]);
    const code = readFileSync(join(out, "challenge.ts"), "utf8");
    writeFileSync(
      join(out, "challenge.ts"),
      code.replace("createRandom(seed)", "createRandom(performance.now())"),
    );
    const { code: status, stdout } = await braidyn(["challenge", "check", out, "--simulate"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/examples\(\) != examples\(\).*CHALLENGE_EXAMPLES/);
  });
});

test("the catalogue is listed with the sizes of its splits, and its schema printed", async () => {
  const { challenges } = JSON.parse((await runHere(["challenge", "list", "--json"])).stdout) as {
    challenges: { id: string; split: object }[];
  };
  expect(challenges.map(({ id }) => id)).toEqual([...catalogueFolders().keys()]);
  expect(challenges.find(({ id }) => id === "lever-pull")?.split).toEqual({
    ...{ unit: "subject", train: 13, validation: 4, public: 4, private: 4 },
  });
  const schema = JSON.parse((await runHere(["challenge", "schema"])).stdout) as { title: string };
  expect(schema.title).toBe("BraiDyn challenge");
});
