/** What an answer is made of. */
export type Value = number | string | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** JSON has no such numbers: `{"$": "nan"}` stands for NaN, and so on. */
const unwritable: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, "-inf": -Infinity };

/** The answer that a runner wrote down. @throws SyntaxError for what is no JSON. */
export function parseValue(json: string): Value {
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, "$")) return value;
    const name = (value as { $: unknown }).$;
    return typeof name === "string" && Object.hasOwn(unwritable, name) ? unwritable[name] : value;
  }) as Value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How a value is shown in a sentence; long ones are cut. */
export function shownValue(value: Value | undefined): string {
  if (value === undefined) return "–";
  if (typeof value === "number") return shownNumber(value);
  if (typeof value === "string") return cut(JSON.stringify(value), 60);
  if (Array.isArray(value)) return shownList(value as readonly Value[]);
  if (!isRecord(value)) return String(value);
  const names = Object.keys(value);
  const first = names.slice(0, 4).map((name) => `${cut(name, 40)}: ${shownValue(value[name])}`);
  return cut(`{ ${first.join(", ")}${names.length > 4 ? ", ..." : ""} }`, 160);
}

function shownNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function shownList(list: readonly Value[]): string {
  const first = list.slice(0, 4).map(shownValue);
  return cut(`[${first.join(", ")}${list.length > 4 ? `, ... (${list.length})` : ""}]`, 160);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}
