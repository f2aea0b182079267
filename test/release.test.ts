import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const read = (...parts: string[]) => readFileSync(join(root, ...parts), "utf8");

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license: string;
  readonly files: readonly string[];
}

const inside = (folder: string) => readdirSync(join(root, folder)).map((name) => join(folder, name));
const packages = [...inside("packages"), ...inside("leaderboard"), "challenges"]
  .filter((folder) => statSync(join(root, folder)).isDirectory())
  .filter((folder) => readdirSync(join(root, folder)).includes("package.json"))
  .map((folder) => ({ folder, manifest: JSON.parse(read(folder, "package.json")) as Manifest }))
  .filter(({ manifest }) => manifest.private !== true);

describe.each(packages)("$manifest.name can be published", ({ folder, manifest }) => {
  test("it carries the project's licence", () => {
    expect(manifest.license).toBe("MIT");
    expect(read(folder, "LICENSE")).toBe(read("LICENSE"));
  });

  test("it takes compiled code and the sources with it, and what a build keeps for itself not", () => {
    expect(manifest.files).toEqual(expect.arrayContaining(["dist", "!**/*.tsbuildinfo"]));
    expect(manifest.files.some((files) => files === "src" || files === "*.ts")).toBe(true);
  });

  test("it has the version of all others, as kits expect", () => {
    expect(manifest.version).toBe(packages[0]?.manifest.version);
  });
});

test("the citation names the dataset and its paper as the README does", () => {
  const citation = parse(read("CITATION.cff")) as {
    license: string;
    references: { doi?: string; url?: string; authors: { "family-names"?: string }[] }[];
  };
  const [paper, data] = citation.references;
  const readme = read("README.md");
  expect(readme).toContain(`https://doi.org/${paper?.doi}`);
  expect(readme).toContain(data?.url);
  expect(readme).toContain(
    `${paper?.authors.map((author) => author["family-names"]).join(", ")}: "Multimodal`,
  );
});
