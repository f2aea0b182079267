import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { formatSessionName, parseSessionName } from "@braidyn/core";
import { simulateCohort } from "@braidyn/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ended, launcher } from "../cli/command.ts";
import { startDandiServer, type DandiServer } from "../dandi-server/server.ts";
import { environment } from "./server.ts";

const root = join(import.meta.dirname, "..", "..");
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
/** Inside the repository, so that snippets find the packages; ignored by git. */
mkdirSync(join(root, ".work"), { recursive: true });
const folder = mkdtempSync(join(root, ".work/docs-"));
let server: DandiServer;

/** Mice of every group of lever-pull's split, and the session that the page looks at, in DANDI's folders. */
beforeAll(async () => {
  const archive = join(folder, "archive");
  const cohort = { minutes: 4, maskSize: 48, outDir: archive } as const;
  const paths = [
    ...(await simulateCohort({ ...cohort, mice: [1, 4, 6], days: [8], streams: ["sensors"] })),
    ...(await simulateCohort({ ...cohort, mice: [14], days: [1, 8] })),
  ];
  for (const path of paths) {
    const simulated = parseSessionName(path);
    const isShown = simulated.subject === "VG1-GC#105" && simulated.day === 8;
    const id = isShown ? { ...simulated, date: "2024-02-02" } : simulated;
    mkdirSync(join(archive, `sub-${id.subject}`), { recursive: true });
    renameSync(path, join(archive, `sub-${id.subject}`, formatSessionName(id, "dandi")));
  }
  server = await startDandiServer(archive);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(
    ([, code]) => code as string,
  );

const pageOf = (name: string) => readFileSync(join(root, "docs", name), "utf8");

test("the Japanese page has the same commands and code", () => {
  for (const language of ["sh", "ts"]) {
    expect(blocks(pageOf("ja/from-dandi.md"), language)).toEqual(blocks(pageOf("from-dandi.md"), language));
  }
});

describe("docs/from-dandi.md", () => {
  const page = pageOf("from-dandi.md");
  const at = mkdtempSync(join(folder, "page-"));

  test("every command runs, one after the other", async () => {
    const lines = blocks(page, "sh").flatMap((code) => code.trim().split("\n"));
    expect(lines.length).toBeGreaterThanOrEqual(9);
    for (const line of lines) {
      const here = line
        .replace("http://127.0.0.1:8000/api", server.apiUrl)
        .replace("npx braidyn", `'${process.execPath}' '${launcher}'`);
      const { code, stdout, stderr } = await ended("bash", ["-c", here], {
        env: environment(server),
        cwd: at,
      });
      expect(`${line}: ${code} ${code === 0 ? "" : stderr}`).toBe(`${line}: 0 `);
      expect(stdout).not.toBe("");
    }
  });

  test("the code runs", async () => {
    for (const code of blocks(page, "ts")) {
      writeFileSync(join(at, "snippet.mts"), code);
      const args = ["--conditions=@braidyn/source", "--import", tsx, join(at, "snippet.mts")];
      const result = await ended(process.execPath, args, { env: environment(server), cwd: at });
      expect(result).toMatchObject({ code: 0, stderr: "" });
      expect(result.stdout).toContain("VG1-GC#105_");
    }
  });

  test("the whole file that it fetches, and the parts, are what the manifest says", () => {
    const manifest = readFileSync(join(at, "whole", "braidyn-fetch.json"), "utf8");
    const { sessions } = JSON.parse(manifest) as { sessions: Record<string, object> };
    expect(Object.values(sessions)).toEqual([
      expect.objectContaining({
        taken: { whole: true },
        source: expect.objectContaining({ dandiset: "001425" }),
      }),
    ]);
  });
});
