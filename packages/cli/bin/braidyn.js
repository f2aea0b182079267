#!/usr/bin/env node
// A published package runs its compiled code. A checkout runs the sources, which need tsx and this condition for
// @braidyn/* imports; conditions can only be given when Node starts, so it starts once more. Only a checkout has the
// build's configuration.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const isCheckout = existsSync(new URL("../tsconfig.build.json", import.meta.url));
if (isCheckout) runSource();
else await import("../dist/main.js");

function runSource() {
  const loader = import.meta.resolve("tsx");
  const argv = ["--conditions=@braidyn/source", "--import", loader, source, ...process.argv.slice(2)];
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(process.execPath, argv, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, BRAIDYN_LAUNCHED: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 0);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
