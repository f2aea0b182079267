/**
 * What the probe runs: it tries things that must not work and prints the names of those that did. Its arguments are the name
 * of a mode and facts as JSON.
 */
export const probeProgram = String.raw`
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import { spawn } from "node:child_process";

const [, , mode, text] = process.argv;
const facts = JSON.parse(text);
const worked = [];
const attempt = (name, attack) => {
  try {
    if (attack() !== false) worked.push(name);
  } catch {
    // as it should be
  }
};

if (mode === "attacks") {
  attempt("reading another file", () => fs.readFileSync(facts.secret));
  attempt("seeing other processes", () => fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).length > 3);
  attempt("signalling the harness", () => process.kill(facts.harness, 0));
  attempt("writing to the input", () => fs.appendFileSync(facts.input, "x"));
  attempt("writing beside the output", () => fs.writeFileSync(facts.output + ".more", "x"));
  attempt("replacing the output", () => fs.unlinkSync(facts.output));
  attempt("set-id bits on the output", () => fs.chmodSync(facts.output, 0o6755));
  attempt("a network interface", () => Object.values(os.networkInterfaces()).flat().some(({ internal }) => !internal));
  attempt("an inherited file", () =>
    fs.readdirSync("/proc/self/fd").some((name) => {
      try {
        const target = fs.readlinkSync("/proc/self/fd/" + name);
        return target.startsWith("/") && !target.startsWith("/proc/") && target !== "/dev/null";
      } catch {
        return false;
      }
    }));
  const status = fs.readFileSync("/proc/self/status", "utf8");
  attempt("calls without a filter", () => !/^Seccomp:\s+2$/m.test(status) || !/^NoNewPrivs:\s+1$/m.test(status));
  attempt("capabilities", () => !/^CapEff:\s+0+$/m.test(status) || process.getuid() === 0);
  await new Promise((resolve) => {
    const socket = net.connect(facts.port, "127.0.0.1");
    socket.on("connect", () => (worked.push("a connection to the machine"), resolve()));
    socket.on("error", resolve);
  });
  process.stdout.write(JSON.stringify({ worked, ran: facts.secret }));
  process.exit();
}

if (mode === "memory") {
  const kept = [];
  for (let taken = 0; taken < facts.bytes; taken += 1 << 22) kept.push(Buffer.alloc(1 << 22, 1));
  process.stdout.write("kept");
}

if (mode === "processes") {
  let started = 0;
  for (; started < facts.many; started++) {
    try {
      const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
      child.on("error", () => {});
      if (child.pid === undefined) break;
    } catch {
      break;
    }
  }
  fs.writeSync(1, String(started));
  process.on("SIGTERM", () => {});
  setInterval(() => {}, 1000);
}
`;
