import { chmodSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fitSplit, type Challenge } from "@braidyn/harness";
import { buildBundle, findDefinitionLeaks, findLeaks } from "@braidyn/harness/build";
import { openSession } from "@braidyn/nwb";
import { simulateCohort, subjectId } from "@braidyn/simulator";
import { listChallenges, loadChallenge } from "../index.ts";
import { editCopy, readTables } from "./leaks/bundle-editor.ts";
import { planted } from "./leaks/planted.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-leaks-"));
const secret = "c3b1a09f5e7d2846".repeat(2) + "19f0e4d7a8b26c53".repeat(2);
const mice = 8;
let paths: string[] = [];
let bundle = "";

beforeAll(async () => {
  paths = await simulateCohort({
    ...{ mice, days: [2, 8, 13], minutes: 8, seed: 11, outDir: join(folder, "sessions") },
    ...{ streams: ["sensors", "keypoints", "pupil"], maskSize: 48 },
  });
  bundle = await build("lever-pull", await loadChallenge("lever-pull"));
  await readTables(bundle);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(name: string, challenge: Challenge): Promise<string> {
  const subjects = Array.from({ length: mice }, (_, mouse) => subjectId(mouse));
  const split = fitSplit(challenge.definition.split, subjects, 2);
  const outDir = join(folder, name);
  await buildBundle({ challenge, split, secret, outDir, sessions: { paths, open: openSession } });
  return outDir;
}

const codesOf = (found: readonly { code: string }[]) => [...new Set(found.map(({ code }) => code))];

test("there are at least fifteen planted leaks, each its own", () => {
  expect(new Set(planted.map(({ what }) => what)).size).toBe(planted.length);
  expect(planted.length).toBeGreaterThanOrEqual(15);
});

describe("a planted leak is found:", () => {
  test.each(planted)("$what", async ({ what, code, plant }) => {
    const copy = join(folder, "planted", what.replaceAll(/\W+/g, "-"));
    const editor = editCopy(bundle, copy);
    plant(editor);
    await editor.seal();
    // sealing and copying is not what gives it away
    if (code !== "LEAK_TIME_STAMP") utimesSync(join(copy, "public", "manifest.json"), new Date(), new Date());
    const { leaks } = await findLeaks({ folder: copy });
    expect(codesOf(leaks)).toContain(code);
    expect(codesOf(leaks)).not.toContain("LEAK_FILE_CHANGED");
    rmSync(copy, { recursive: true });
  });

  test("a lick in a window of which the challenge says that nothing happens in it", async () => {
    const challenge = await loadChallenge("lever-pull");
    const { definition } = challenge;
    const leakage = { ...definition.leakage, quiet: ["state_lever", "lick", "tone", "reward"] };
    const examples: Challenge["module"]["examples"] = async (session, options) => {
      const rows = await challenge.module.examples(session, options);
      // windows named quiet that begin where the pulls are
      const pulls = rows.time.filter((_, i) => rows.truth["lever"]?.[i] === 1);
      const time = rows.time.map((own, i) =>
        rows.truth["lever"]?.[i] === 0 ? (pulls[i % pulls.length] ?? own) + 0.1 : own,
      );
      return { ...rows, time };
    };
    const loose = { definition: { ...definition, leakage }, module: { examples }, baselines: {} };
    const folderOfLoose = await build("loose", loose);
    expect(codesOf((await findLeaks({ folder: folderOfLoose, sessions: paths })).leaks)).toContain(
      "LEAK_QUIET",
    );
    expect(codesOf((await findLeaks({ folder: folderOfLoose })).notes)).toContain("LEAK_QUIET_UNSEEN");
  });

  test("a room's sensor among the streams, by the definition alone", async () => {
    const { definition } = await loadChallenge("lever-pull");
    const input = { ...definition.input, streams: ["dFF", "humidity"] };
    expect(codesOf(findDefinitionLeaks({ ...definition, input }).leaks)).toEqual(["LEAK_STREAM"]);
    expect(findDefinitionLeaks(definition).leaks).toEqual([]);
  });

  test("a file that was changed and not sealed again, and a private half that others can read", async () => {
    const editor = editCopy(bundle, join(folder, "changed"));
    const bytes = editor.bytes("public/train/input.npy");
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
    editor.write("public/train/input.npy", bytes);
    chmodSync(editor.path("private/truth.parquet"), 0o644);
    const { leaks, warnings } = await findLeaks({ folder: editor.folder });
    expect(codesOf(leaks)).toEqual(["LEAK_FILE_CHANGED"]);
    expect(codesOf(warnings)).toEqual(["LEAK_PRIVATE_OPEN"]);
  });
});

describe("nothing is found in the shipped challenge", async () => {
  test.each(await listChallenges())("$id", async ({ id, definition }) => {
    const shipped = id === "lever-pull" ? bundle : await build(id, await loadChallenge(id));
    const { leaks, warnings, probes } = await findLeaks({ folder: shipped, definition, sessions: paths });
    expect(leaks).toEqual([]);
    expect(warnings).toEqual([]);
    expect(probes.length).toBeGreaterThan(0);
  });
});

test("without the private half it says what was not looked at", async () => {
  const editor = editCopy(bundle, join(folder, "team"));
  rmSync(editor.path("private"), { recursive: true });
  const { leaks, notes } = await findLeaks({ folder: editor.folder });
  expect(leaks).toEqual([]);
  expect(codesOf(notes)).toContain("LEAK_NO_PRIVATE");
});
