import { describe, expect, test } from "vitest";
import { absent, forbidden, inspected } from "../../src/isolation/bubblewrap/seccomp/calls.ts";
import { makeFilter, processors } from "../../src/isolation/bubblewrap/seccomp/filter.ts";

const architectures = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;
const allow = "allow";

/** What the kernel's machine answers to a call; written from linux/filter.h, apart from the code under test. */
function answerOf(
  program: Uint8Array,
  architecture: number,
  call: number,
  args: readonly number[] = [],
): string {
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, call, true);
  data.setUint32(4, architecture, true);
  args.forEach((value, i) => data.setBigUint64(16 + 8 * i, BigInt(value), true));
  const code = new DataView(program.buffer);
  let loaded = 0;
  for (let at = 0; at < program.length / 8; at++) {
    const kind = code.getUint16(at * 8, true);
    const [yes, no] = [code.getUint8(at * 8 + 2), code.getUint8(at * 8 + 3)];
    const operand = code.getUint32(at * 8 + 4, true);
    if (kind === 0x06) return named(operand);
    if (kind === 0x20) loaded = data.getUint32(operand, true);
    else {
      const holds = { 0x15: loaded === operand, 0x35: loaded >= operand, 0x45: (loaded & operand) !== 0 }[
        kind
      ];
      if (holds === undefined) throw new Error(`no such instruction: ${kind}`);
      at += holds ? yes : no;
    }
  }
  throw new Error("the program has no end");
}

function named(answer: number): string {
  if (answer === 0x7fff0000) return allow;
  if (answer === 0x80000000) return "kill";
  return `errno ${answer & 0xffff}`;
}

describe.each(processors)("the filter for %s", (processor) => {
  const program = makeFilter(processor);
  const index = processors.indexOf(processor);
  const ask = (call: number | null | undefined, args: readonly number[] = []) =>
    answerOf(program, architectures[processor], call as number, args);
  const numbers = (calls: Readonly<Record<string, readonly (number | null)[]>>) =>
    Object.entries(calls).flatMap(([name, each]) =>
      each[index] === null ? [] : [[name, each[index]] as const],
    );

  test.each(numbers(forbidden))("%s is not permitted", (_, call) => {
    expect(ask(call)).toBe("errno 1");
  });

  test.each(numbers(absent))("%s is not there", (_, call) => {
    expect(ask(call)).toBe("errno 38");
  });

  test("only sockets of this machine's own family are made", () => {
    const [socket, pair] = [inspected.socket[index], inspected.socketpair[index]];
    expect([ask(socket, [1]), ask(pair, [1])]).toEqual([allow, allow]);
    for (const family of [0, 2, 10, 16, 17, 38, 40]) expect(ask(socket, [family])).toBe("errno 97");
  });

  test("threads and processes are made, namespaces are not", () => {
    const clone = inspected.clone[index];
    expect(ask(clone, [0x3d0f00])).toBe(allow); // glibc's flags of a thread
    expect(ask(clone, [17])).toBe(allow);
    for (const flag of [0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000, 0x80]) {
      expect(ask(clone, [flag | 17])).toBe("errno 1");
    }
  });

  test("set-id bits are set neither on files nor on new ones", () => {
    expect(ask(inspected.fchmod[index], [3, 0o644])).toBe(allow);
    expect(ask(inspected.fchmod[index], [3, 0o4755])).toBe("errno 1");
    expect(ask(inspected.fchmodat[index], [-100 >>> 0, 0, 0o2755])).toBe("errno 1");
    expect(ask(inspected.openat[index], [0, 0, 0o101, 0o644])).toBe(allow);
    expect(ask(inspected.openat[index], [0, 0, 0o101, 0o6644])).toBe("errno 1");
    expect(ask(inspected.openat[index], [0, 0, 0o20000002, 0o4644])).toBe("errno 1"); // O_TMPFILE
    expect(ask(inspected.openat[index], [0, 0, 0, 0o6644])).toBe(allow); // nothing is made: the mode means nothing
  });

  test("nothing is typed into a terminal", () => {
    expect(ask(inspected.ioctl[index], [0, 0x5401])).toBe(allow);
    for (const command of [0x5412, 0x541c, 0x5423])
      expect(ask(inspected.ioctl[index], [0, command])).toBe("errno 1");
  });

  test("calls that are younger than this filter are not there, those of another kind end the program", () => {
    expect(ask(463)).toBe("errno 38");
    expect(ask(1 << 20)).toBe("errno 38");
    expect(answerOf(program, 0x40000003, 20)).toBe("kill");
    if (processor === "x64") expect(ask(0x40000000 + 39)).toBe("kill");
  });

  test("what interpreters live on is allowed", () => {
    const common =
      processor === "x64" ? [0, 1, 9, 39, 59, 202, 228, 231, 302] : [63, 64, 222, 172, 221, 98, 113, 94, 261];
    expect(common.map((call) => ask(call))).toEqual(common.map(() => allow));
  });
});
