/**
 * Classic BPF, as seccomp takes it: eight bytes an instruction, in the machine's byte order, which is little-endian on both of
 * the processors that are known here. Jumps count the instructions that are skipped. Source: linux/filter.h, linux/seccomp.h.
 */
export interface Instruction {
  readonly code: number;
  /** How many instructions to skip where the test holds, and where it does not. */
  readonly yes: number;
  readonly no: number;
  readonly operand: number;
}

const codes = { load: 0x20, equal: 0x15, atLeast: 0x35, anyBit: 0x45, answer: 0x06 } as const;

/** Offsets in `struct seccomp_data`; of an argument the low half is read. */
export const offsets = { call: 0, processor: 4, argument: (index: number) => 16 + 8 * index } as const;

export const answers = {
  allow: 0x7fff0000,
  killProcess: 0x80000000,
  fail: (errno: number) => 0x00050000 | errno,
} as const;

export function load(offset: number): Instruction {
  return { code: codes.load, yes: 0, no: 0, operand: offset };
}

export function answer(operand: number): Instruction {
  return { code: codes.answer, yes: 0, no: 0, operand };
}

/** Does `then` where what was loaded passes the test, else goes on after it. */
export function when(
  test: "equal" | "atLeast" | "anyBit",
  operand: number,
  then: readonly Instruction[],
): Instruction[] {
  return [{ code: codes[test], yes: 0, no: then.length, operand }, ...then];
}

/** As {@link when}, where it does not pass. */
export function unless(
  test: "equal" | "atLeast" | "anyBit",
  operand: number,
  then: readonly Instruction[],
): Instruction[] {
  return [{ code: codes[test], yes: then.length, no: 0, operand }, ...then];
}

/** The program's bytes. @throws RangeError where it is longer than the kernel takes or jumps further than a byte can say. */
export function encode(program: readonly Instruction[]): Uint8Array {
  if (program.length > 4096) throw new RangeError(`${program.length} instructions; the kernel takes 4096`);
  const view = new DataView(new ArrayBuffer(program.length * 8));
  program.forEach(({ code, yes, no, operand }, i) => {
    if (yes > 255 || no > 255) throw new RangeError(`instruction ${i} jumps over ${Math.max(yes, no)}`);
    view.setUint16(i * 8, code, true);
    view.setUint8(i * 8 + 2, yes);
    view.setUint8(i * 8 + 3, no);
    view.setUint32(i * 8 + 4, operand >>> 0, true);
  });
  return new Uint8Array(view.buffer);
}
