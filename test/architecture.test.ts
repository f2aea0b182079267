import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Which packages each may import, as DESIGN drew the arrows; what an allowed package may import is allowed too. */
const arrows: Record<string, readonly string[]> = {
  core: [],
  nwb: ["core"],
  tables: ["nwb"],
  plots: ["tables"],
  simulator: ["nwb"],
  harness: ["core"],
  "harness/build": ["harness", "tables"],
  challenges: ["harness", "tables"],
  "challenges/guided": ["challenges", "harness/build", "plots", "simulator"],
  runner: ["harness/build"],
  "leaderboard/server": ["harness/build", "runner"],
  "leaderboard/web": ["harness", "leaderboard/server", "plots"],
  cli: [
    "challenges/guided",
    "harness/build",
    "leaderboard/server",
    "leaderboard/web",
    "plots",
    "runner",
    "simulator",
    "tables",
  ],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (["node_modules", "dist", "test"].includes(entry.name)) return [];
    return entry.isDirectory() ? sourceFiles(path) : /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

/** Every static, dynamic and re-exporting import of a file. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier)) found.push({ file, specifier: specifier.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function packagesIn(folder: string, box: (name: string) => string): Record<string, string> {
  const names = readdirSync(join(root, folder));
  const found = names.filter((name) => existsSync(join(root, folder, name, "package.json")));
  return Object.fromEntries(found.map((name) => [box(name), join(root, folder, name)]));
}

const folders: Record<string, string> = {
  ...packagesIn("packages", (name) => name),
  ...packagesIn("leaderboard", (name) => `leaderboard/${name}`),
  challenges: join(root, "challenges"),
};

function closure(name: string): Set<string> {
  const reached = new Set<string>();
  const visit = (each: string): void => {
    for (const next of arrows[each] ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      visit(next);
    }
  };
  visit(name);
  return reached;
}

/** Subpaths that are their own box in the drawing; others belong to their package. */
function boxOf(specifier: string): string | undefined {
  const [, name, subpath] = /^@braidyn\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === "leaderboard") return "leaderboard/server";
  if (name === "leaderboard-web") return "leaderboard/web";
  return `${name}/${subpath}` in arrows ? `${name}/${subpath}` : name;
}

/** The box that a file of a package belongs to. */
function boxOfFile(name: string, file: string): string {
  if (name === "harness") return "harness/build";
  const guided = name === "challenges" && /^guided[./]/.test(relative(folders[name] as string, file));
  return guided ? "challenges/guided" : name;
}

/** Files that an entry reaches through relative imports at run time. */
function reachable(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { specifier, typeOnly } of importsOf(file)) {
      if (!typeOnly && specifier.startsWith(".")) visit(join(dirname(file), specifier));
    }
  };
  visit(entry);
  return [...seen];
}

const where = ({ file, specifier }: Import) => `${relative(root, file)} imports ${specifier}`;

test("every package stands in the drawing", () => {
  expect(Object.keys(folders).sort()).toEqual(
    Object.keys(arrows)
      .filter((box) => box !== "harness/build" && box !== "challenges/guided")
      .sort(),
  );
});

describe.each(Object.entries(folders))("%s", (name, folder) => {
  const imports = sourceFiles(folder).flatMap(importsOf);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };

  test("imports only packages below it", () => {
    const wrong = imports.filter(({ file, specifier }) => {
      const own = boxOfFile(name, file);
      const allowed = closure(own).add(own).add(name);
      const box = boxOf(specifier);
      return box !== undefined && !allowed.has(box);
    });
    expect(wrong.map(where)).toEqual([]);
  });

  test("reaches other packages by name, never by path", () => {
    const outside = imports.filter(
      ({ file, specifier }) =>
        specifier.startsWith(".") && relative(folder, join(dirname(file), specifier)).startsWith(".."),
    );
    expect(outside.map(where)).toEqual([]);
  });

  test("declares what it imports", () => {
    // a folder of the catalogue names its own package, as a copy of it elsewhere must
    const published = [...Object.keys(manifest.dependencies ?? {}), manifest.name];
    // what is bundled into the page, or bundles it, is not installed with the package
    const bundled = [...published, ...Object.keys(manifest.devDependencies ?? {})];
    const isBundled = (file: string) =>
      name === "leaderboard/web" &&
      /^(app|make|src\/build)\//.test(relative(folder, file).replaceAll("\\", "/"));
    const undeclared = imports.filter(({ file, specifier }) => {
      if (specifier.startsWith(".") || specifier.startsWith("node:")) return false;
      const declared = isBundled(file) ? bundled : published;
      return !declared.some((each) => specifier === each || specifier.startsWith(`${each}/`));
    });
    expect(undeclared.filter(({ typeOnly }) => !typeOnly).map(where)).toEqual([]);
  });

  if (name === "leaderboard/web") {
    test("takes types alone from the server", () => {
      const atRunTime = imports.filter(
        ({ specifier, typeOnly }) => !typeOnly && boxOf(specifier) === "leaderboard/server",
      );
      expect(atRunTime.map(where)).toEqual([]);
    });
  }

  if (name !== "nwb") {
    test("leaves h5wasm to nwb", () => {
      expect(imports.filter(({ specifier }) => /^h5wasm/.test(specifier)).map(where)).toEqual([]);
    });
  }
});

/** Entries that must run in a browser. */
test.each([
  ["harness", "src/index.ts", ["core"]],
  ["harness", "src/models.ts", ["core"]],
  ["nwb", "src/index.ts", ["core"]],
  ["core", "src/index.ts", []],
  ["tables", "src/index.ts", ["core"]],
  ["plots", "src/index.ts", ["core", "tables"]],
  ["leaderboard/server", "src/api.ts", []],
])("%s/%s runs in a browser: nothing of Node, and only these packages: %s", (name, entry, allowed) => {
  const imports = reachable(join(folders[name] as string, entry)).flatMap(importsOf);
  const atRunTime = imports.filter(({ typeOnly }) => !typeOnly);
  expect(atRunTime.filter(({ specifier }) => specifier.startsWith("node:")).map(where)).toEqual([]);
  const boxes = atRunTime.map(({ specifier }) => boxOf(specifier)).filter((box) => box !== undefined);
  expect([...new Set(boxes)].sort()).toEqual(allowed);
});
