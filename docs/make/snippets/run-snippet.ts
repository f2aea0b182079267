import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { run } from "@braidyn/cli";
import type { Language } from "@braidyn/core";
import type { Snippet } from "./page-snippets.ts";
import type { SharedFolders } from "./shared-folders.ts";

/** How snippets are run. */
export interface SnippetPlace {
  /** The folder that the page's reader is in. It must be inside the repository, so that code finds the packages. */
  readonly folder: string;
  readonly language: Language;
  /** The Python to run Python with. */
  readonly python: string;
  /** What other pages have made already. */
  readonly shared: SharedFolders;
}

/** What a snippet did. */
export interface SnippetOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Runs a snippet as its reader would; of several commands the first that fails is the last. */
export async function runSnippet(snippet: Snippet, place: SnippetPlace): Promise<SnippetOutcome> {
  const { language, code, line } = snippet;
  if (language === "sh") return runCommands(commandsOf(code), place);
  const file = join(place.folder, snippet.file ?? `snippet-${line}.${language === "python" ? "py" : "mts"}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  if (language === "yaml") return { code: 0, stdout: "", stderr: "" };
  return language === "python"
    ? spawned(place.python, [file], place)
    : spawned(process.execPath, ["--conditions=@braidyn/source", "--import", tsx, file], place);
}

/** The commands of a shell snippet, without comments. */
export function commandsOf(code: string): string[] {
  return code
    .split("\n")
    .map((line) => line.replace(/(?:^|\s+)#\s.*$/, "").trim())
    .filter((line) => line !== "");
}

async function runCommands(lines: readonly string[], place: SnippetPlace): Promise<SnippetOutcome> {
  let all: SnippetOutcome = { code: 0, stdout: "", stderr: "" };
  for (const line of lines) {
    const { code, stdout, stderr } = await place.shared.take(line, place, () => runCommand(line, place));
    all = { code, stdout: all.stdout + stdout, stderr: all.stderr + stderr };
    if (code !== 0) break;
  }
  return all;
}

/** `npx braidyn` inside this process, which is quick; anything else by a shell. */
async function runCommand(line: string, place: SnippetPlace): Promise<SnippetOutcome> {
  if (!line.startsWith("npx braidyn ") || /[|>;&]/.test(line)) return spawned("bash", ["-ec", line], place);
  const args = wordsOf(line).slice(2);
  for (const output of outputsOf(line)) rmSync(join(place.folder, output), { recursive: true, force: true });
  return inFolder(place.folder, async () => {
    const [stdout, stderr] = [collector(), collector()];
    const code = await run(args, {
      ...{ stdout, stderr, cwd: "." },
      env: { ...process.env, ...localeOf(place.language) },
      now: () => performance.now(),
      interruption: { attended: (work) => work(), check: () => {}, temporary: () => () => {} },
    });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  });
}

/** Relative paths are a matter of the process's own folder, for readers and here. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

/** What a command writes, as its options say. */
export function outputsOf(line: string): string[] {
  const words = wordsOf(line);
  return words.filter((_, i) => ["-o", "--receipt"].includes(words[i - 1] ?? ""));
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

function localeOf(language: Language): Record<string, string> {
  return { LC_ALL: language === "ja" ? "ja_JP.UTF-8" : "C.UTF-8" };
}

function spawned(
  command: string,
  args: readonly string[],
  { folder, language }: SnippetPlace,
): SnippetOutcome {
  const env = { ...process.env, ...localeOf(language), NO_COLOR: "1" };
  const options = { cwd: folder, encoding: "utf8", env, timeout: 120_000, maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return { code: status, stdout, stderr: error === undefined ? stderr : String(error) };
}

function collector(): Writable & { text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString() });
}
