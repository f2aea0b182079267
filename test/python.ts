import { spawnSync } from "node:child_process";

/** A Python to check against: `BRAIDYN_PYTHON`, else the system's. */
const command = process.env["BRAIDYN_PYTHON"] ?? "python3";

/**
 * The Python command where it can import all of `modules`, else null. Tests that need it say why they do not run:
 *
 * ```ts
 * const python = findPython("pynwb");
 * test.skipIf(python === null)("pynwb opens it (needs Python with pynwb; set BRAIDYN_PYTHON)", ...);
 * ```
 */
export function findPython(...modules: string[]): string | null {
  const found = spawnSync(command, ["-c", modules.map((name) => `import ${name}`).join("\n")], {
    timeout: 60_000,
  });
  return found.status === 0 ? command : null;
}

/** What `script` prints, parsed as JSON. `argv` are its arguments. @throws Error with Python's own message. */
export function runPython(python: string, script: string, ...argv: string[]): unknown {
  const { status, stdout, stderr } = spawnSync(python, ["-W", "ignore", "-c", script, ...argv], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(stderr || `Python ended with status ${status}`);
  return JSON.parse(stdout);
}
