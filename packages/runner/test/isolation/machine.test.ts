import { spawn, type SpawnOptions } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { findHierarchies } from "../../src/isolation/bubblewrap/cgroup/hierarchies.ts";
import { launchCommand } from "../../src/isolation/bubblewrap/launch.ts";
import { everyoneGetsTo } from "../../src/isolation/workspace/everyone.ts";
import { findTools } from "../../src/isolation/bubblewrap/tools.ts";
import { on, temporaryFolder, without } from "./programs.ts";

const root = process.getuid?.() === 0;
const bwrap = "/usr/bin/bwrap";
const tsx = ["--conditions=@braidyn/source", "--import", import.meta.resolve("tsx")];

interface Found {
  /** Names of the isolations that are chosen for one's own code and for that of others, or of the error. */
  readonly own: string;
  readonly ofOthers: string;
  readonly refusal: { readonly code: string; readonly message: string; readonly hint: string } | null;
  readonly limitedBy: string | null;
  readonly run: { readonly end: string; readonly hungry: string; readonly output: string } | null;
}

/** What `probing-process.ts` finds on a machine that is this one but for `changes`, which are bubblewrap's arguments. */
async function findOn(changes: readonly string[], options: SpawnOptions = {}): Promise<Found> {
  const inner = [process.execPath, ...tsx, join(import.meta.dirname, "probing-process.ts")];
  const outer =
    changes.length === 0 ? [] : [bwrap, "--cap-add", "ALL", "--dev-bind", "/", "/", ...changes, "--"];
  const [command = "", ...args] = [...outer, ...inner];
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await text(child.stdout as NodeJS.ReadableStream)) as Found;
}

describe.skipIf(on === null || !root)(`machines that lack something${without || " (needs root)"}`, () => {
  test("where bubblewrap is missing, code of others is refused and it is said what to install", async () => {
    const { refusal, own, ofOthers } = await findOn(["--ro-bind", "/dev/null", bwrap]);
    expect([own, ofOthers, refusal?.code]).toEqual(["none", "BraidynError", "ISOLATION_TOOLS"]);
    expect(refusal?.hint).toContain("apt-get install bubblewrap");
  });

  test("where users may not make namespaces, it is said which setting is to be changed", async () => {
    const { refusal } = await findOn(["--unshare-user", "--disable-userns"]);
    expect(refusal?.code).toBe("ISOLATION_START");
    expect(refusal?.hint).toContain("max_user_namespaces");
  });

  test("where no cgroup may be written, limits of each process hold, and it is said", async () => {
    const { limitedBy, run, refusal } = await findOn(["--ro-bind", "/sys/fs/cgroup", "/sys/fs/cgroup"]);
    expect([refusal, limitedBy]).toEqual([null, "rlimits"]);
    expect(run).toMatchObject({ end: "done", output: "65534", hungry: "memory" });
  });
});

const shared = [import.meta.filename, process.execPath, join(tmpdir(), "any")].every(everyoneGetsTo);
describe.skipIf(on === null || !root || !shared)(
  `an ordinary user${without || " (needs root, to become one)"}`,
  () => {
    test("runs isolated programs, too", async () => {
      const { refusal, run } = await findOn([], { uid: 64123, gid: 64123, env: { HOME: "/nowhere" } });
      expect(refusal).toBeNull();
      expect(run).toMatchObject({ end: "done", output: "65534", hungry: "memory" });
    });
  },
);

describe.skipIf(on === null)(`the launch${without}`, () => {
  const found = findTools();

  test("closes every descriptor but those that are meant", async () => {
    if (!("tools" in found)) return;
    const secret = join(temporaryFolder(), "secret");
    writeFileSync(secret, "truth");
    const launch = {
      tools: found.tools,
      identity: null,
      doors: [],
      mounts: [],
      lastDescriptor: 4,
      ulimits: [],
    };
    const command = launchCommand(launch, ["/bin/sh", "-c", "ls -l /proc/self/fd"]);
    const file = openSync(secret, "r");
    // sixteen more, of which some have two digits
    const child = spawn(command[0] as string, command.slice(1), {
      stdio: ["ignore", "pipe", "inherit", ...Array.from({ length: 16 }, () => file)],
    });
    const listed = await text(child.stdout as NodeJS.ReadableStream);
    closeSync(file);
    expect(listed.match(/ \d+ -> \S*secret/g)?.map((line) => line.trim().split(" ")[0])).toEqual(["3", "4"]);
  });

  test("starts nothing where the harness has ended meanwhile", async () => {
    if (!("tools" in found)) return;
    const launch = {
      tools: found.tools,
      identity: null,
      doors: [],
      mounts: [],
      lastDescriptor: 2,
      ulimits: [],
    };
    const command = launchCommand(launch, ["/bin/echo", "started"]);
    // between them stands a process whose child the launch is
    const child = spawn("/bin/bash", ["-c", '"$@"; true', "bash", ...command], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    expect(await text(child.stdout as NodeJS.ReadableStream)).toBe("");
  });
});

describe.skipIf(on === null)(`after a harness that was killed${without}`, () => {
  test("neither groups nor folders nor processes of it are left", async () => {
    const file = join(import.meta.dirname, "staying-process.ts");
    const child = spawn(process.execPath, [...tsx, file], { stdio: ["ignore", "pipe", "inherit"] });
    const workspace = await new Promise<string>((resolve) => {
      (child.stdout as NodeJS.ReadableStream).once("data", (chunk) => resolve(String(chunk).trim()));
    });
    const leftovers = () => [
      ...(existsSync(workspace) ? [workspace] : []),
      ...findHierarchies().flatMap(({ parent }) =>
        readdirSync(parent).filter((name) => name.startsWith(`braidyn-${child.pid}-`)),
      ),
    ];
    expect(leftovers()).not.toEqual([]);
    child.kill("SIGKILL");
    for (let i = 0; i < 50 && leftovers().length > 0; i++) await sleep(100);
    expect(leftovers()).toEqual([]);
  });
});
