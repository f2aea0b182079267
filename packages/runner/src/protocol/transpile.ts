import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { posix } from "node:path";
import { BraidynError } from "@braidyn/core";

/** Half a megabyte of TypeScript is some 15,000 lines; what is generated can be JavaScript. */
const maxBytes = 500_000;
const timeoutMs = 10_000;

/**
 * Takes the types off one TypeScript file, by a process of esbuild's own: a text made to overflow its stack or to take for
 * ever ends that process and nothing else. It is given the text alone, and reads and writes no file.
 *
 * @returns JavaScript with a source map in it, so that lines stay those of the TypeScript.
 * @throws BraidynError `ENTRY_TYPESCRIPT` with the line.
 */
export async function transpile(path: string, source: Uint8Array): Promise<string> {
  if (source.length > maxBytes) throw wrong(path, 1, `> ${maxBytes} bytes`);
  const { code, message } = await runEsbuild(posix.basename(path), source);
  if (code !== null) return code;
  const reason = /\[ERROR\] (.*)/.exec(message)?.[1];
  if (reason === undefined) throw wrong(path, 1, "too deep or too slow to read");
  throw wrong(path, Number(/^\s+[^\n]*:(\d+):\d+:$/m.exec(message)?.[1] ?? 1), reason.slice(0, 200));
}

function wrong(path: string, line: number, reason: string): BraidynError {
  return new BraidynError("ENTRY_TYPESCRIPT", { path, line, reason });
}

const options = [
  ...["--loader=ts", "--format=esm", "--target=node20", "--sourcemap=inline", "--sources-content=false"],
  ...["--tsconfig-raw={}", "--log-level=error", "--log-limit=1", "--color=false"],
];

function runEsbuild(
  name: string,
  source: Uint8Array,
): Promise<{ readonly code: string | null; readonly message: string }> {
  const limits = { timeout: timeoutMs, killSignal: "SIGKILL", maxBuffer: maxBytes * 16 } as const;
  return new Promise((resolve) => {
    const child = execFile(
      binary(),
      [...options, `--sourcefile=${name}`],
      { cwd: "/", env: { GOMAXPROCS: "1" }, windowsHide: true, ...limits },
      (error, code, message) => resolve({ code: error === null ? code : null, message }),
    );
    child.stdin?.on("error", () => {}); // it can end before it has read everything
    child.stdin?.end(source);
  });
}

/** esbuild's native program, in the package of this platform. */
function binary(): string {
  const { platform, arch } = process;
  const fromEsbuild = createRequire(createRequire(import.meta.url).resolve("esbuild"));
  const file = platform === "win32" ? "esbuild.exe" : "bin/esbuild";
  return fromEsbuild.resolve(`@esbuild/${platform}-${arch}/${file}`);
}
