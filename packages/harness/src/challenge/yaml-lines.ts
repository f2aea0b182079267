import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from "yaml";

/** Where a value stands in a parsed object: keys and indices from the root. */
export type ValuePath = readonly PropertyKey[];

/** A YAML text as plain values, and the line of each. */
export interface YamlText {
  readonly value: unknown;
  /** First syntax error, if any; `value` is then undefined. */
  readonly problem: { readonly line: number; readonly reason: string } | null;
  /** Line (from 1) of the value at `path`, else of the nearest thing around it that exists. */
  lineOf(path: ValuePath): number;
  /** Line of the key `path.at(-1)` itself. */
  lineOfKey(path: ValuePath): number;
}

/** Reads one YAML document. Never throws: a syntax error, a key given twice or an alias bomb is its `problem`. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const syntax = document.errors[0];
  if (syntax !== undefined) {
    return { ...noValue, problem: { line: lineAt(syntax.pos[0]), reason: syntax.message } };
  }
  const converted = plainValue(document);
  if ("reason" in converted) return { ...noValue, problem: { line: 1, reason: converted.reason } };
  return {
    value: converted.value,
    problem: null,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    lineOfKey: (path) => lineAt(keyOffset(document, path) ?? offsetOf(document, path)),
  };
}

const noValue = { value: undefined, lineOf: () => 1, lineOfKey: () => 1 };

/** Expanding aliases can still fail after a clean parse: the library stops at 100, so that a small text stays small. */
function plainValue(document: Document): { value: unknown } | { reason: string } {
  try {
    return { value: document.toJS() as unknown };
  } catch (cause) {
    return { reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

function offsetOf(document: Document, path: ValuePath): number {
  const own = keyOffset(document, path);
  if (own !== null) return own;
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const start = nodeStart(node);
    if (start !== null) return keyOffset(document, path.slice(0, length)) ?? start;
  }
  return nodeStart(document.contents) ?? 0;
}

function keyOffset(document: Document, path: ValuePath): number | null {
  const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  if (!isMap(parent) || name === undefined) return null;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(name),
  );
  return pair === undefined ? null : nodeStart(pair.key);
}

function nodeStart(node: unknown): number | null {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0] ?? null;
}
