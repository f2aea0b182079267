/**
 * Calls `answer` of an exercise and writes down what it returns: `run-exercise PROGRAM RESULT SECONDS GIVEN`, as
 * `run_exercise.py` does for Python. A process of its own: it is the learner's program.
 */
import { writeFileSync } from "node:fs";
import { register } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const [program = "", result = "", seconds = "", given = ""] = process.argv.slice(2);

/** Packages that the learner's folder lacks are those of the kit. Runs in Node's thread for module hooks, so it is text. */
const hooks = `
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND" || /^[./]|^[a-z]+:/.test(specifier)) throw error;
    return next(specifier, { ...context, parentURL: ${JSON.stringify(import.meta.url)} });
  }
}`;

/** Ends the process when nobody waits for the answer any more, or too long; the program itself may never come to rest. */
const watch = `
const { Socket } = require("node:net");
const end = () => process.kill(process.pid, "SIGKILL");
setTimeout(end, ${1000 * (Number(seconds) + 5)});
new Socket({ fd: 0, readable: true, writable: false }).on("close", end).on("error", end).resume();`;

function write(outcome: object): never {
  writeFileSync(result, JSON.stringify(outcome));
  process.exit(0);
}

function fail(kind: string, error?: unknown): never {
  const { name = "", message = String(error ?? "") } = (error ?? {}) as Partial<Error>;
  const line = lineOf(error);
  write({
    failure: { kind, name, message: message.slice(0, 2000), line, text: "", module: moduleOf(message) },
  });
}

/** The line of the program that was running when it failed, in its source: tsx maps it. */
function lineOf(error: unknown): number | null {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const at = stack
    .split("\n")
    .find((each) => each.includes(pathToFileURL(program).pathname) || each.includes(program));
  const line = /:(\d+):\d+\)?\s*$/.exec(at ?? "")?.[1];
  return line === undefined ? null : Number(line);
}

function moduleOf(message: string): string | undefined {
  return /Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1];
}

interface Blockable {
  setBlocking?(blocking: boolean): void;
}

class Unwritable extends Error {}

/** Numbers, texts, lists and objects; typed arrays and maps become lists and objects. */
function plain(value: unknown, depth = 0): unknown {
  if (depth > 20) throw new Unwritable("lists in lists in lists ...");
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean") {
    return value ?? null;
  }
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    return { $: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" };
  }
  if (typeof value !== "object" || value instanceof Promise) throw new Unwritable(typeof value);
  if (value instanceof Map) return plain(Object.fromEntries(value), depth);
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return Array.from(value as ArrayLike<unknown>, (each) => plain(each, depth + 1));
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, depth + 1)]));
}

/** Else what an endless loop prints would pile up in memory rather than be noticed. */
for (const { _handle } of [process.stdout, process.stderr] as unknown as { _handle?: Blockable }[]) {
  _handle?.setBlocking?.(true);
}

new Worker(watch, { eval: true }).unref();
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
process.on("uncaughtException", (error) => fail("exception", error));

try {
  const module = (await import(pathToFileURL(program).href)) as Record<string, unknown>;
  const answer = module["answer"] ?? (module["default"] as Record<string, unknown> | undefined)?.["answer"];
  if (typeof answer !== "function") fail("no-function");
  const found = (await (answer as (given: unknown) => unknown)(JSON.parse(given))) as unknown;
  if (found === undefined || found === null) fail("nothing");
  write({ answer: plain(found) });
} catch (error) {
  if (error instanceof Unwritable) fail("unwritable", error);
  const { name = "", message = "", code } = error as Partial<NodeJS.ErrnoException>;
  if (/MODULE_NOT_FOUND/.test(code ?? "")) fail("module", error);
  fail(/TransformError|SyntaxError/.test(`${name} ${message}`) ? "syntax" : "exception", error);
}
