import { absent, forbidden, highestKnown, inspected, type Numbers } from "./calls.ts";
import { answer, answers, encode, load, offsets, unless, when, type Instruction } from "./instructions.ts";

/** Processors that a filter can be made for, by Node's names. */
export const processors = ["x64", "arm64"] as const;
export type Processor = (typeof processors)[number];

/** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64 of linux/audit.h. */
const auditNames = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;
const errno = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 } as const;
/** Of the kernel's headers. CLONE_NEW*: TIME, NS, CGROUP, UTS, IPC, USER, PID, NET; S_ISUID, S_ISGID; O_CREAT, O_TMPFILE. */
const bits = { newNamespaces: 0x7e020080, setId: 0o6000, create: 0o20000100 } as const;
const unixSockets = 1;
/** TIOCSTI and TIOCLINUX type into a terminal, TIOCSETD loads a line discipline. */
const terminalCommands = [0x5412, 0x541c, 0x5423];
/** Numbers from here on are the x32 way into a 64-bit kernel. */
const x32 = 0x40000000;

/**
 * The seccomp filter of a run: a list of what is refused. Calls of another processor's kind (32-bit, x32) end the process.
 * Made here, without libseccomp, as bytes for bubblewrap's `--seccomp`.
 */
export function makeFilter(processor: Processor): Uint8Array {
  const numbersOf = (calls: Readonly<Record<string, Numbers>>) =>
    Object.values(calls).flatMap((numbers) => numberOf(numbers, processor) ?? []);
  return encode([
    load(offsets.processor),
    ...unless("equal", auditNames[processor], [answer(answers.killProcess)]),
    load(offsets.call),
    ...(processor === "x64" ? when("atLeast", x32, [answer(answers.killProcess)]) : []),
    ...when("atLeast", highestKnown + 1, [answer(answers.fail(errno.ENOSYS))]),
    ...numbersOf(forbidden).flatMap((call) => when("equal", call, [answer(answers.fail(errno.EPERM))])),
    ...numbersOf(absent).flatMap((call) => when("equal", call, [answer(answers.fail(errno.ENOSYS))])),
    ...inspections(processor),
    answer(answers.allow),
  ]);
}

function inspections(processor: Processor): Instruction[] {
  const call = (name: keyof typeof inspected, body: readonly Instruction[]): Instruction[] => {
    const number = numberOf(inspected[name], processor);
    return number === null ? [] : when("equal", number, [...body, answer(answers.allow)]);
  };
  const refuse = [answer(answers.fail(errno.EPERM))];
  const argument = (index: number) => load(offsets.argument(index));
  const otherFamily = [
    argument(0),
    ...unless("equal", unixSockets, [answer(answers.fail(errno.EAFNOSUPPORT))]),
  ];
  const setIdMode = (index: number) => [argument(index), ...when("anyBit", bits.setId, refuse)];
  // the mode counts only where a file may be made; else its register holds anything
  const setIdCreation = (flags: number) => [
    argument(flags),
    ...when("anyBit", bits.create, setIdMode(flags + 1)),
  ];
  return [
    ...call("clone", [argument(0), ...when("anyBit", bits.newNamespaces, refuse)]),
    ...call("socket", otherFamily),
    ...call("socketpair", otherFamily),
    ...call("ioctl", [argument(1), ...terminalCommands.flatMap((command) => when("equal", command, refuse))]),
    ...call("chmod", setIdMode(1)),
    ...call("fchmod", setIdMode(1)),
    ...call("fchmodat", setIdMode(2)),
    ...call("fchmodat2", setIdMode(2)),
    ...call("open", setIdCreation(1)),
    ...call("openat", setIdCreation(2)),
    ...call("creat", setIdMode(1)),
  ];
}

function numberOf([x64, arm64]: Numbers, processor: Processor): number | null {
  return processor === "x64" ? x64 : arm64;
}
