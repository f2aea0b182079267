import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatSessionName, parseSessionName } from "@braidyn/core";
import { createByteSearch, type Needle } from "./byte-search.ts";
import { openParquet } from "../bundle/parquet.ts";
import { fromHex } from "../bundle/sha256.ts";
import { finding, type LeakFinding } from "./finding.ts";

/** What must not stand in the public half. */
export interface Secrets {
  readonly subjects: readonly string[];
  readonly sessions: readonly string[];
  /** Days of test sessions on which no train or validation session was recorded. */
  readonly dates: readonly string[];
  readonly secret: string;
}

/** Names of test subjects and sessions, their dates and the secret, in any public file, in any usual way to write them. */
export async function nameLeaks(folder: string, secrets: Secrets): Promise<LeakFinding[]> {
  const search = createByteSearch(needlesOf(secrets));
  const found: LeakFinding[] = [];
  const root = join(folder, "public");
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = `public/${path.slice(root.length + 1)}`;
    const bytes = await readFile(path);
    const places = [bytes, Buffer.from(file), ...(await decoded(path, bytes))];
    const hit = places.map(search).find((found) => found !== null);
    if (hit != null) found.push(finding("leak", "LEAK_NAME", { file, what: hit.what, name: hit.shown }));
  }
  return found;
}

function needlesOf({ subjects, sessions, dates, secret }: Secrets): Needle[] {
  const texts: [string, string][] = [
    ...subjects.flatMap((name): [string, string][] => spellings(name).map((each) => ["subject", each])),
    ...sessions.flatMap((name): [string, string][] =>
      sessionSpellings(name).map((each) => ["session", each]),
    ),
    ...dates.flatMap((date): [string, string][] => [
      ["date", date],
      ["date", date.replaceAll("-", "/")],
      ["date", date.replaceAll("-", "")],
    ]),
    ["secret", secret],
  ];
  const raw = fromHex(secret);
  const needles = texts.filter(([, text]) => text.length >= 6).flatMap(([what, text]) => written(what, text));
  return raw === null ? needles : [...needles, { what: "secret", shown: "-", bytes: raw, ends: false }];
}

/** A text in UTF-8, UTF-16, hexadecimal and base64 (whose first and last digits depend on what is around it). */
function written(what: string, text: string): Needle[] {
  const utf8 = Buffer.from(text);
  const shown = what === "secret" ? "-" : text;
  const inner = [0, 1, 2].map((shift) => {
    const digits = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString("base64")
      .replace(/=+$/, "");
    return Buffer.from(digits.slice(shift === 0 ? 0 : 4, -2));
  });
  const coded = [
    Buffer.from(text, "utf16le"),
    Buffer.from(text, "utf16le").swap16(),
    Buffer.from(utf8.toString("hex")),
    Buffer.from(utf8.toString("hex").toUpperCase()),
    ...inner.filter((bytes) => bytes.length >= 8),
  ];
  return [
    { what, shown, bytes: utf8, ends: what === "subject" },
    ...coded.map((bytes) => ({ what, shown, bytes, ends: false })),
  ];
}

function spellings(subject: string): string[] {
  const number = /^VG1-GC#(\d+)$/.exec(subject)?.[1];
  return number === undefined
    ? [subject]
    : [`VG1-GC#${number}`, `VG1GC-${number}`, `VG1GC#${number}`, `VG1-GC-${number}`, `VG1-GC%23${number}`];
}

function sessionSpellings(session: string): string[] {
  try {
    const id = parseSessionName(session);
    return [session, formatSessionName(id), formatSessionName(id, "dandi")];
  } catch {
    return [session];
  }
}

/** The texts of a table, which are compressed in its file; each ends with an end of line. */
async function decoded(path: string, bytes: Buffer): Promise<Buffer[]> {
  if (!path.endsWith(".parquet")) return [];
  const table = await openParquet(new Uint8Array(bytes)).catch(() => null);
  if (table === null) return [];
  const texts: Buffer[] = [];
  for (const { name } of table.columns) {
    const values = await table.read(name).catch(() => []);
    const strings = Array.from(values).filter((value): value is string => typeof value === "string");
    texts.push(Buffer.from(`${name}\n${strings.join("\n")}\n`));
  }
  return texts;
}
