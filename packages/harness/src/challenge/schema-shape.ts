import { challengeJsonSchema } from "./definition.ts";
import type { ValuePath } from "./yaml-lines.ts";

interface SchemaNode {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly examples?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly propertyNames?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** The keys that the object at `path` may have. */
export function knownKeys(path: ValuePath): string[] {
  return alternatives(nodeAt(path)).flatMap((node) => Object.keys(node.properties ?? {}));
}

/** What may be written at `path`, in a notation that reads the same in every language: `number`, `a | b`, `[...]`. */
export function expectedAt(path: ValuePath): string {
  return notation(nodeAt(path));
}

/** How the names in the record at `path` are written. */
export function expectedKey(path: ValuePath): string {
  return notation(nodeAt(path).propertyNames ?? {});
}

function nodeAt(path: ValuePath): SchemaNode {
  let node = challengeJsonSchema() as SchemaNode;
  for (const step of path) {
    const inner = typeof step === "number" ? node.items : property(node, String(step));
    node = inner ?? {};
  }
  return node;
}

function property(node: SchemaNode, name: string): SchemaNode | undefined {
  for (const one of alternatives(node)) {
    if (Object.hasOwn(one.properties ?? {}, name)) return one.properties?.[name];
    if (typeof one.additionalProperties === "object") return one.additionalProperties;
  }
  return undefined;
}

function alternatives(node: SchemaNode): readonly SchemaNode[] {
  return node.anyOf ?? [node];
}

function notation(node: SchemaNode): string {
  if (node.anyOf !== undefined) return node.anyOf.map(notation).join(" | ");
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return node.enum.join(" | ");
  if (node.format === "date-time") return "2026-10-01T09:00:00+09:00";
  if (node.type === "array") return `[${notation(node.items ?? {})}, ...]`;
  if (node.type === "object") return objectNotation(node);
  if (node.pattern !== undefined) return [...(node.examples ?? []), `(/${node.pattern}/)`].join(" ");
  return `${node.type ?? "value"}${bounds(node)}`;
}

function objectNotation(node: SchemaNode): string {
  const keys = Object.keys(node.properties ?? {});
  return keys.length > 0 ? `{ ${keys.join(", ")} }` : "{ name: ... }";
}

/** ` > 0.5 < 1`; the limits of whole numbers that a computer can hold go without saying. */
function bounds(node: SchemaNode): string {
  const limits: [string, number | undefined][] = [
    [">=", node.minimum],
    [">", node.exclusiveMinimum],
    ["<=", node.maximum],
    ["<", node.exclusiveMaximum],
  ];
  return limits
    .filter(([, limit]) => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER)
    .map(([sign, limit]) => ` ${sign} ${limit}`)
    .join("");
}
