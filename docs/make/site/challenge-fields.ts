import type { Language } from "@braidyn/core";
import { challengeJsonSchema } from "@braidyn/harness";
import { japaneseFieldTexts } from "./challenge-fields.ja.ts";
import { escaped, markdownTable } from "./markdown-table.ts";

interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly examples?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** One row of the table: a field that may be written in `challenge.yaml`. */
export interface Field {
  /** `split.train`; `truth.NAME.type` inside a record, `phases[].start` inside a list. */
  readonly path: string;
  readonly required: boolean;
  readonly kind: string;
  readonly fallback: string;
  /** In English. */
  readonly description: string;
}

/** Every field, in the order of the schema. Both languages of a text count as one field. */
export function challengeFields(): Field[] {
  return fieldsOf(challengeJsonSchema() as SchemaNode, "");
}

function fieldsOf(node: SchemaNode, prefix: string): Field[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    const inside = insideOf(inner, path);
    const field = {
      path,
      required: node.required?.includes(name) ?? false,
      kind: inside.length > 0 ? "" : kindOf(inner),
      fallback: inner.default === undefined || isEmpty(inner.default) ? "" : JSON.stringify(inner.default),
      description: inner.description ?? "",
    };
    // What says nothing of itself is said by the field that it is in.
    return field.description === "" ? inside : [field, ...inside];
  });
}

function insideOf(node: SchemaNode, path: string): Field[] {
  if (isBilingual(node) || isRange(node)) return [];
  if (node.type === "array" && node.items?.type === "object") return fieldsOf(node.items, `${path}[].`);
  if (typeof node.additionalProperties === "object")
    return fieldsOf(node.additionalProperties, `${path}.NAME.`);
  return fieldsOf(node, `${path}.`);
}

function isBilingual({ properties = {} }: SchemaNode): boolean {
  return Object.keys(properties).join() === "en,ja";
}

function isRange({ properties = {} }: SchemaNode): boolean {
  return /^from(\w*),to\1$/.test(Object.keys(properties).join());
}

function isEmpty(value: unknown): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

function kindOf(node: SchemaNode): string {
  if (isBilingual(node)) return "{ en, ja }";
  if (node.anyOf !== undefined) return [...new Set(node.anyOf.map(kindOf))].join(" | ");
  if (node.enum !== undefined) return node.enum.join(" | ");
  if (node.type === "array") return `[${kindOf(node.items ?? {})}, ...]`;
  if (node.type === "object") return `{ ${Object.keys(node.properties ?? { NAME: 0 }).join(", ")} }`;
  if (node.format === "date-time") return "2026-10-01T09:00:00+09:00";
  if (node.type === "integer" || node.type === "number") return `${node.type}${boundsOf(node)}`;
  return node.examples?.[0] ?? node.type ?? "";
}

function boundsOf(node: SchemaNode): string {
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

const words = {
  en: {
    title: "challenge.yaml",
    intro:
      "Every field of `challenge.yaml`, from its JSON Schema, which `braidyn challenge schema` prints and editors complete with. Fields in bold are required. `NAME` is a name of yours; `[]` is an item of a list; `{ en, ja }` is a text in both languages.",
    head: ["Field", "Is", "Default", "Means"],
    from: "[How to write a challenge](../write-a-challenge.md) shows how they work together.",
  },
  ja: {
    title: "challenge.yaml",
    intro:
      "`challenge.yaml` のすべてのフィールドです。`braidyn challenge schema` が出力し、エディターの補完にも使われる JSON Schema から作っています。太字は必須です。`NAME` は自分で付ける名前、`[]` はリストの要素、`{ en, ja }` は両方の言語で書くテキストです。",
    head: ["フィールド", "値", "既定値", "意味"],
    from: "使い方は[チャレンジを作る](../write-a-challenge.md)をご覧ください。",
  },
} as const;

/** The page of all fields. */
export function challengeFieldsPage(language: Language): string {
  const { title, intro, head, from } = words[language];
  const rows = challengeFields().map((field) => [
    field.required ? `**\`${field.path}\`**` : `\`${field.path}\``,
    field.kind === "" ? "" : `\`${field.kind}\``,
    field.fallback === "" ? "" : `\`${field.fallback}\``,
    escaped(describe(field.description, language)),
  ]);
  // The table takes the room that a list of headings would have.
  return `---\naside: false\n---\n\n# ${title}\n\n${intro} ${from}\n\n${markdownTable(head, rows)}\n`;
}

/** @throws Error where a description has no Japanese. */
function describe(english: string, language: Language): string {
  if (language === "en") return english;
  const japanese = japaneseFieldTexts[english];
  if (japanese === undefined) throw new Error(`no Japanese in challenge-fields.ja.ts for: ${english}`);
  return japanese;
}
