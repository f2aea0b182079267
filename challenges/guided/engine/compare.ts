import { isRecord, shownValue, type Value } from "./value.ts";

/**
 * How a value is not the expected one. `todo`: nothing is there yet; `kind`: a text for a number, say; `names`: parts are
 * missing or too many; `length`; `nan`; `value`.
 */
export type DifferenceKind = "todo" | "kind" | "names" | "length" | "nan" | "value";

export interface Difference {
  readonly kind: DifferenceKind;
  /** Where: `[3]`, `.MOp_l[4]`; "" for the value itself. */
  readonly at: string;
  /** As text; a {@link Kind} where the kind differs. */
  readonly found: string;
  readonly expected: string;
}

/** The first difference between a value and the expected one, numbers up to `within`; null where there is none. */
export function differenceOf(
  found: Value | undefined,
  expected: Value,
  within: number,
  at = "",
): Difference | null {
  if (found === null || found === undefined) return differ("todo");
  if (kindOf(found) !== kindOf(expected)) return differ("kind", kindOf(found), kindOf(expected));
  if (typeof expected === "number") return numberDifference(found as number, expected, within, at);
  if (Array.isArray(expected)) return listDifference(found as readonly Value[], expected, within, at);
  if (isRecord(expected)) return recordDifference(found as Record<string, Value>, expected, within, at);
  return found === expected ? null : differ("value");

  function differ(kind: DifferenceKind, f = shownValue(found), e = shownValue(expected)): Difference {
    return { kind, at, found: f, expected: e };
  }
}

/** Named, so that each language can say it. */
export type Kind = "number" | "text" | "boolean" | "list" | "record";

function kindOf(value: Value): Kind {
  if (typeof value === "number") return "number";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  return Array.isArray(value) ? "list" : "record";
}

function numberDifference(found: number, expected: number, within: number, at: string): Difference | null {
  const shown = { at, found: shownValue(found), expected: shownValue(expected) };
  if (Number.isNaN(found)) return Number.isNaN(expected) ? null : { kind: "nan", ...shown };
  return Math.abs(found - expected) <= within ? null : { kind: "value", ...shown };
}

function listDifference(
  found: readonly Value[],
  expected: readonly Value[],
  within: number,
  at: string,
): Difference | null {
  if (found.length !== expected.length) {
    return { kind: "length", at, found: String(found.length), expected: String(expected.length) };
  }
  return firstOf(expected.keys(), (i) => differenceOf(found[i], expected[i] as Value, within, `${at}[${i}]`));
}

function recordDifference(
  found: Readonly<Record<string, Value>>,
  expected: Readonly<Record<string, Value>>,
  within: number,
  at: string,
): Difference | null {
  const lacking = Object.keys(expected).find((name) => !Object.hasOwn(found, name));
  const extra = Object.keys(found).find((name) => !Object.hasOwn(expected, name));
  if (lacking !== undefined || extra !== undefined) {
    const [f, e] = [extra ?? "–", lacking ?? "–"].map((name) => name.slice(0, 60));
    return { kind: "names", at, found: f as string, expected: e as string };
  }
  return firstOf(Object.keys(expected), (name) =>
    differenceOf(found[name], expected[name] as Value, within, `${at}.${name}`),
  );
}

function firstOf<T>(items: Iterable<T>, of: (item: T) => Difference | null): Difference | null {
  for (const item of items) {
    const found = of(item);
    if (found !== null) return found;
  }
  return null;
}
