import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

interface Manifest {
  name: string;
  exports?: Record<string, { "@braidyn/source": string }>;
}

const packages = ["packages", "leaderboard"].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name)),
);

const entries = [...packages, "challenges"]
  .filter((folder) => readdirSync(join(root, folder)).includes("package.json"))
  .flatMap((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
    return Object.entries(manifest.exports ?? {}).map(([subpath, targets]) => ({
      name: join(manifest.name, subpath),
      file: join(root, folder, targets["@braidyn/source"]),
    }));
  });

/** The public API grows on purpose: a new export is a change to the snapshot, seen in review. */
test.each(entries)("$name exports what the snapshot lists", async ({ file }) => {
  const module = (await import(pathToFileURL(file).href)) as object;
  expect(Object.keys(module).sort()).toMatchSnapshot();
});
