import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Application, IntrinsicType, ReflectionKind, type Logger, type ProjectReflection } from "typedoc";
import { docsFolder, repositoryFolder } from "./folders.ts";
import { slugOf } from "./slug.ts";
import { withPointers, writeMadePages } from "./generate.ts";

interface EntryPoint {
  /** As it is imported: `@braidyn/harness/build`. */
  readonly name: string;
  readonly file: string;
}

/** Writes the reference of every package's exports into `docs/api`, from their docstrings. @throws Error at a warning. */
export async function writeApiPages(): Promise<void> {
  const entries = entryPoints();
  const out = join(docsFolder, "api");
  rmSync(out, { recursive: true, force: true });
  const app = await Application.bootstrapWithPlugins({
    entryPoints: entries.map(({ file }) => file),
    tsconfig: join(repositoryFolder, "tsconfig.json"),
    plugin: ["typedoc-plugin-markdown"],
    ...{ skipErrorChecking: true, excludeExternals: true, disableSources: true, disableGit: true },
    ...{ readme: "none", githubPages: false, logLevel: "Warn" },
    // What is exported under one name refers to types that are exported nowhere: those are shown where they are used.
    validation: { notExported: false, invalidLink: true, rewrittenLink: true, notDocumented: false },
    // What is linked to and exported nowhere is named without a link; what is nowhere at all is a warning.
    externalSymbolLinkMappings: Object.fromEntries(
      entries.map(({ name }) => [name.split("/").slice(0, 2).join("/"), { "*": "#" }]),
    ),
    ...markdownOptions,
  } as Parameters<typeof Application.bootstrapWithPlugins>[0]);
  const project = await app.convert();
  if (project === undefined) throw new Error("typedoc could not read the packages");
  nameModules(project, entries);
  shortenTables(project);
  app.validate(project);
  await app.generateOutputs(project);
  failOnWarnings(app.logger);
  const made = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const pages = new Map(
    made.map((name) => [`api/${name}`, withMendedAnchors(readFileSync(join(out, name), "utf8"))]),
  );
  writeMadePages(withPointers(pages), (folder) => folder === "api");
}

/** A page a module, and Vue's braces and brackets kept from being taken for templates. */
const markdownOptions = {
  router: "module",
  outputs: [{ name: "markdown", path: join(docsFolder, "api") }],
  entryFileName: "index",
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  sanitizeComments: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
  name: "API",
};

/** Every name that the packages can be imported by, with its source. */
function entryPoints(): EntryPoint[] {
  const packages = readdirSync(join(repositoryFolder, "packages")).map((name) => `packages/${name}`);
  return [...packages, "challenges"]
    .filter((folder) => existsSync(join(repositoryFolder, folder, "package.json")))
    .flatMap((folder) => {
      const { name, exports = {} } = JSON.parse(
        readFileSync(join(repositoryFolder, folder, "package.json"), "utf8"),
      ) as { name: string; exports?: Record<string, { "@braidyn/source"?: string }> };
      return Object.entries(exports).flatMap(([path, { "@braidyn/source": source }]) =>
        source === undefined
          ? []
          : [{ name: name + path.slice(1), file: join(repositoryFolder, folder, source) }],
      );
    });
}

/** Modules are called as they are imported, not as their files are. */
function nameModules(project: ProjectReflection, entries: readonly EntryPoint[]): void {
  for (const module of project.children ?? []) {
    const id = project.getSymbolIdFromReflection(module);
    const entry = entries.find(
      ({ name, file }) =>
        id !== undefined && name.startsWith(id.packageName) && file.endsWith(`/${id.packagePath}`),
    );
    if (entry === undefined) throw new Error(`${module.name} is no entry of a package`);
    module.name = entry.name;
  }
}

/** Constants that are tables of texts: their types are as long as they are, and the errors have a page of their own. */
function shortenTables(project: ProjectReflection): void {
  for (const constant of project.getReflectionsByKind(ReflectionKind.Variable)) {
    if (!constant.isDeclaration() || constant.type?.type !== "reflection") continue;
    const entries = constant.type.declaration.children?.length ?? 0;
    if (entries > mostShown) constant.type = new IntrinsicType(`{ ${entries} entries }`);
  }
}

const mostShown = 40;

/** Typedoc counts a heading with its type parameters (`BraidynError<Code>`), which are not in the page's heading. */
function withMendedAnchors(page: string): string {
  const slugs = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slugOf(heading)));
  return page.replace(/\(#([\w-]+?)-\d+\)/g, (link, slug: string) =>
    slugs.has(link.slice(2, -1)) || page.includes(`id="${link.slice(2, -1)}"`) || !slugs.has(slug)
      ? link
      : `(#${slug})`,
  );
}

function failOnWarnings(logger: Logger): void {
  if (logger.hasErrors() || logger.hasWarnings())
    throw new Error("typedoc has something to say of the docstrings");
}
