import { Cursor } from "../hdf5/cursor.ts";
import type { Datatype } from "../hdf5/datatype.ts";
import type { DecodeContext } from "../hdf5/decode.ts";

/** A place in some elements that holds an address of the file, and what it leads to. */
export type Pointer =
  | { readonly kind: "reference"; readonly at: number; readonly target: number }
  | { readonly kind: "heap"; readonly at: number; readonly length: number; readonly object: StoredElements };

/** Elements as a file stores them, with what their addresses lead to, so that they can be written to another file. */
export interface StoredElements {
  readonly bytes: Uint8Array;
  readonly pointers: readonly Pointer[];
}

/** Whether elements of `type` hold addresses. */
export function hasPointers(type: Datatype): boolean {
  switch (type.kind) {
    case "reference":
    case "vlen":
      return true;
    case "compound":
      return type.members.some((member) => hasPointers(member.type));
    case "array":
      return hasPointers(type.base);
    default:
      return false;
  }
}

/**
 * Follows the addresses in `count` stored elements of `type`.
 *
 * @throws BraidynError `NWB_CORRUPT` where one leads nowhere, `NWB_TOO_LARGE` as `context` says.
 */
export function storedElements(
  bytes: Uint8Array,
  type: Datatype,
  count: number,
  context: DecodeContext,
): StoredElements {
  const own = bytes.slice(0, count * type.size);
  context.spend(own.length);
  if (!hasPointers(type)) return { bytes: own, pointers: [] };
  const pointers: Pointer[] = [];
  for (let i = 0; i < count; i++) collect(own, i * type.size, type, pointers, context);
  return { bytes: own, pointers };
}

function collect(
  bytes: Uint8Array,
  at: number,
  type: Datatype,
  pointers: Pointer[],
  context: DecodeContext,
): void {
  const cursor = () => new Cursor(bytes, context.label, context.origin, at);
  switch (type.kind) {
    case "reference": {
      const target = cursor().u64();
      context.spend(64);
      if (target !== 0) pointers.push({ kind: "reference", at, target });
      return;
    }
    case "vlen":
      context.spend(64);
      pointers.push({ kind: "heap", at, ...heapElements(cursor(), type.base, context) });
      return;
    case "compound":
      for (const { offset, type: field } of type.members) {
        if (hasPointers(field)) collect(bytes, at + offset, field, pointers, context);
      }
      return;
    case "array":
      for (let i = 0; i < type.count; i++) {
        collect(bytes, at + i * type.base.size, type.base, pointers, context);
      }
  }
}

/** A variable-length element: its length, a heap's address and an index there. */
function heapElements(
  cursor: Cursor,
  base: Datatype,
  context: DecodeContext,
): { length: number; object: StoredElements } {
  const length = cursor.u32();
  const address = cursor.address();
  const index = cursor.u32();
  if (length === 0 || address === null || address === 0) {
    return { length: 0, object: { bytes: new Uint8Array(0), pointers: [] } };
  }
  const object = context.heap(address).get(index);
  if (object === undefined || object.length < length * base.size) {
    throw cursor.corrupt("a variable-length value that its heap does not hold");
  }
  return { length, object: storedElements(object, base, length, context) };
}

/** The elements whose number `keep` accepts. */
export function chooseElements(
  { bytes, pointers }: StoredElements,
  size: number,
  keep: (index: number) => boolean,
): StoredElements {
  const chosen = Array.from({ length: bytes.length / size }, (_, i) => i).filter(keep);
  const place = new Map(chosen.map((index, i) => [index, i]));
  const kept = new Uint8Array(chosen.length * size);
  chosen.forEach((index, i) => kept.set(bytes.subarray(index * size, (index + 1) * size), i * size));
  return {
    bytes: kept,
    pointers: pointers.flatMap((pointer) => {
      const index = Math.floor(pointer.at / size);
      const to = place.get(index);
      return to === undefined ? [] : [{ ...pointer, at: pointer.at + (to - index) * size }];
    }),
  };
}
