import type { KitFiles } from "./kit-files.ts";
import type { PackageReferences } from "./package-references.ts";

export interface KitFacts {
  /** The folder's name, from which the package gets its own. */
  readonly name: string;
  /** The challenge as commands take it: an id of the catalogue, or a path from the kit's folder. */
  readonly challenge: string;
  /** This command's version. */
  readonly version: string;
  /** Where our packages come from; null for the registry. */
  readonly references: PackageReferences | null;
}

/** Kits stand in the repository as made for this challenge. */
const written = "lever-pull";

/** A kit's files for one team: the challenge in every command, the package's name, and where our packages come from. */
export function fillKit(files: KitFiles, facts: KitFacts): KitFiles {
  const filled = Object.entries(files).map(([path, text]) => {
    const named = withChallenge(text, facts.challenge);
    return [path, path === "package.json" ? fillManifest(named, facts) : named];
  });
  return Object.fromEntries(filled) as KitFiles;
}

/** Only where the challenge is said to a command or a program: what a README shows of `lever-pull` stays that of it. */
function withChallenge(text: string, challenge: string): string {
  const said = new RegExp(
    `(?<=braidyn (?:practice|fetch|challenge build) |--challenge |CHALLENGE = \\\\?")${written}\\b`,
    "g",
  );
  return text.replace(said, () => challenge);
}

interface Manifest {
  name: string;
  dependencies: Record<string, string>;
}

function fillManifest(text: string, { name, version, references }: KitFacts): string {
  const manifest = JSON.parse(text) as Manifest;
  const others = Object.entries(manifest.dependencies).filter(([each]) => !each.startsWith("@braidyn/"));
  const ours = Object.keys(manifest.dependencies).filter((each) => each.startsWith("@braidyn/"));
  const published = ours.map((each): [string, string] => [each, version]);
  const dependencies = [...(references === null ? published : Object.entries(references)), ...others];
  const filled = { ...manifest, name: packageName(name), dependencies: Object.fromEntries(dependencies) };
  return `${JSON.stringify(filled, null, 2)}\n`;
}

/** What npm allows of a folder's name. */
function packageName(folder: string): string {
  const allowed = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|[._-]+$/g, "")
    .slice(0, 200);
  return allowed === "" ? "team" : allowed;
}
