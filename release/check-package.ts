import { runCommand } from "./command.ts";
import { root, type PackedPackage } from "./pack.ts";

/** What is wrong with a packed package; nothing where it may be published. */
export async function packageProblems(packed: PackedPackage): Promise<string[]> {
  const tools = [
    ["publint", packed.path, "--strict"],
    // our packages are ES modules only, and say so
    ["attw", packed.path, "--profile", "esm-only", "--no-color", "--no-emoji"],
  ];
  const ended = await Promise.all(
    tools.map((args) => runCommand("npx", ["--no-install", ...args], { cwd: root })),
  );
  const failed = ended.flatMap(({ code, stdout, stderr }, i) =>
    code === 0 ? [] : [`${(tools[i] as string[])[0]}: ${stdout}${stderr}`],
  );
  return [...fileProblems(packed), ...failed];
}

/** What a package must have, and what must not get into it. */
export function fileProblems({ files }: PackedPackage): string[] {
  const needed = ["package.json", "README.md", "LICENSE"].filter((file) => !files.includes(file));
  const unwanted = files.filter((file) => /(^|\/)(test|node_modules)\/|\.tsbuildinfo$|\.test\./.test(file));
  // what a page loads is bundled, and nobody's to import
  const isCompiled = (file: string) => /^dist\/(?!app\/).*\.js$/.test(file);
  const untyped = files.filter((file) => isCompiled(file) && !files.includes(file.replace(/\.js$/, ".d.ts")));
  return [
    ...needed.map((file) => `${file} is missing`),
    ...unwanted.map((file) => `${file} should not be in it`),
    ...untyped.map((file) => `${file} has no types`),
  ];
}
