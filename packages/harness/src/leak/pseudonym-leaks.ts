import { createHash } from "node:crypto";
import { createPseudonyms } from "../bundle/pseudonyms.ts";
import { fromHex } from "../bundle/sha256.ts";
import { correlation, correlationZ, ranksOf } from "./association.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { ranksOfTexts, round } from "./order-leaks.ts";

/** One thing that has a pseudonym, and what whoever has the public data knows of it. */
export interface Aliased {
  readonly alias: string;
  readonly name: string;
  readonly date: string;
  readonly rows: number;
}

/** Pseudonyms that can be computed from names, or that stand in an order which tells what they stand for. */
export async function pseudonymLeaks(
  challenge: string,
  kind: "subject" | "session",
  aliased: readonly Aliased[],
  secret: string | null,
): Promise<LeakFinding[]> {
  const hidden = aliased.filter(({ alias, name }) => alias !== name);
  if (hidden.length === 0) return [];
  return [
    ...hashed(challenge, kind, hidden),
    ...(await guessed(challenge, kind, hidden, secret)),
    ...ordered(kind, hidden),
  ];
}

/** Ways to write a name before hashing it. */
function spellings(name: string): string[] {
  const plain = name.replace(/^VG1-GC#/, "VG1GC-");
  const number = /(\d+)$/.exec(name)?.[1] ?? name;
  const all = [
    name,
    plain,
    number,
    `${name}.nwb`,
    `${plain}.nwb`,
    `subject-${name}`,
    `session-${name}`,
    `sub-${name}`,
  ];
  return [...new Set([...all, ...all.map((each) => each.toLowerCase())])];
}

function hashed(challenge: string, kind: string, aliased: readonly Aliased[]): LeakFinding[] {
  for (const { alias, name } of aliased.slice(0, 20)) {
    const tokens = alias.split(/[-_:.]/).filter((token) => token.length >= 6);
    for (const spelling of spellings(name)) {
      for (const text of [
        spelling,
        challenge + spelling,
        `${challenge}:${spelling}`,
        `${challenge}/${spelling}`,
        `${spelling}${challenge}`,
      ]) {
        for (const way of ["md5", "sha1", "sha256", "sha512"]) {
          const digest = createHash(way).update(text).digest();
          const shown = [digest.toString("hex"), digest.toString("base64"), digest.toString("base64url")];
          if (tokens.some((token) => shown.some((each) => each.startsWith(token) || each.endsWith(token)))) {
            return [finding("leak", "LEAK_PSEUDONYM_HASH", { kind, alias, name, way })];
          }
        }
        const codes = [Buffer.from(text).toString("hex"), Buffer.from(text).toString("base64url")];
        if (tokens.some((token) => codes.some((each) => each.startsWith(token)))) {
          return [finding("leak", "LEAK_PSEUDONYM_HASH", { kind, alias, name, way: "hex, base64" })];
        }
      }
    }
    const numbers = alias.split(/\D+/).filter((digits) => digits !== "");
    const own = /(\d+)$/.exec(name)?.[1];
    const words = alias.split(/[-_:.]/);
    if (
      kind === "subject" &&
      own !== undefined &&
      own.length >= 2 &&
      numbers.includes(own) &&
      words.includes(own)
    ) {
      return [finding("leak", "LEAK_PSEUDONYM_HASH", { kind, alias, name, way: own })];
    }
  }
  return [];
}

/** Secrets that are tried first. */
function easySecrets(challenge: string): Uint8Array[] {
  const repeated = Array.from({ length: 256 }, (_, byte) => new Uint8Array(32).fill(byte));
  const texts = ["", challenge, "secret", "test", "password", "braidyn", "hackathon", "salt", "42", "0", "1"];
  const counted = Uint8Array.from({ length: 32 }, (_, i) => i);
  const hashedTexts = texts.map((text) => new Uint8Array(createHash("sha256").update(text).digest()));
  const padded = texts.map(
    (text) => new Uint8Array(Buffer.alloc(32, 0).fill(text, 0, Math.min(32, text.length || 1))),
  );
  return [...repeated, counted, ...hashedTexts, ...padded];
}

async function guessed(
  challenge: string,
  kind: "subject" | "session",
  aliased: readonly Aliased[],
  secret: string | null,
): Promise<LeakFinding[]> {
  const [first] = aliased;
  if (first === undefined) return [];
  for (const easy of easySecrets(challenge)) {
    const names = await createPseudonyms(easy, challenge);
    const alias = kind === "subject" ? await names.subject(first.name) : await names.session(first.name);
    if (alias === first.alias) return [finding("warning", "LEAK_SECRET", { kind })];
  }
  const bytes = secret === null ? null : fromHex(secret);
  return bytes !== null && new Set(bytes).size < 12 ? [finding("warning", "LEAK_SECRET", { kind })] : [];
}

/** Fewer cannot be told from an accident, unless they are numbered. */
const enough = 8;

function ordered(kind: string, aliased: readonly Aliased[]): LeakFinding[] {
  if (aliased.length < 4) return [];
  const numbers = aliased.map(({ alias }) => Number(/(\d{1,6})$/.exec(alias)?.[1] ?? NaN));
  const counted = isCount(numbers);
  const orders = [ranksOfTexts(aliased.map(({ alias }) => alias)), ...(counted ? [ranksOf(numbers)] : [])];
  const told: [string, Float64Array][] = [
    ["name", ranksOf(aliased.map(({ name }) => nameNumber(name)))],
    ["name", ranksOfTexts(aliased.map(({ name }) => name))],
    ["date", ranksOfTexts(aliased.map(({ date }) => date))],
    ["rows", ranksOf(aliased.map(({ rows }) => rows))],
  ];
  for (const order of orders) {
    for (const [what, ranks] of told) {
      const found = correlation(order, ranks);
      const exact = Math.abs(found.r) > 0.999999 && (counted || aliased.length >= enough);
      if (!exact && correlationZ(found) < 5.5) continue;
      return [finding("leak", "LEAK_PSEUDONYM_ORDER", { kind, what, r: round(found.r) })];
    }
  }
  return [];
}

/** Whether numbers count 0, 1, 2 ... or 1, 2, 3 ... in any order. */
function isCount(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (
    sorted.every((value, i) => value === (sorted[0] as number) + i) &&
    ((sorted[0] as number) === 0 || sorted[0] === 1)
  );
}

function nameNumber(name: string): number {
  return Number(/(\d+)/.exec(name.replace(/^VG1-?GC[-#]?/, ""))?.[1] ?? 0);
}
