import { spawn } from "node:child_process";
import type { Lesson } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import type { Shell } from "../shell.ts";
import type { Place } from "./place.ts";

/** What packages are called where they are imported, where that differs. */
const importNames: Readonly<Record<string, string>> = { "scikit-learn": "sklearn" };

/** How to install packages into the Python that runs the exercises. */
export function installCommand(python: string, packages: readonly string[]): string {
  return `${python} -m pip install ${packages.join(" ")}`;
}

/** The package to install for a module that cannot be imported. */
export function packageOf(module: string): string {
  return Object.keys(importNames).find((name) => importNames[name] === module) ?? module;
}

/** What the learner's Python lacks for a lesson, as a sentence; null where it lacks nothing. */
export async function pythonNeeds(
  lesson: Lesson,
  { python }: Pick<Place, "python">,
  shell: Shell,
): Promise<string | null> {
  const packages = lesson.definition.python;
  const lacking = await lackingPackages(python, packages);
  if (lacking === null) return shell.text(commandTexts.learnNoPython, { python });
  if (lacking.length === 0) return null;
  return shell.text(commandTexts.learnNeeds, { command: installCommand(python, lacking) });
}

/** Those of `packages` that are not installed; null where there is no Python. Imports nothing, which would take long. */
export async function lackingPackages(python: string, packages: readonly string[]): Promise<string[] | null> {
  const names = packages.map((name) => importNames[name] ?? name);
  const script =
    "import sys, importlib.util as u\nprint(*[int(u.find_spec(m) is not None) for m in sys.argv[1:]])";
  const printed = await outputOf(python, ["-c", script, ...names]);
  if (printed === null) return null;
  const found = printed.trim().split(" ");
  return packages.filter((_, i) => found[i] !== "1");
}

function outputOf(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"], timeout: 20_000 });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === 0 ? printed : null));
  });
}
