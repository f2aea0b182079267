import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildBundle, openKeyFile } from "../../src/build.ts";
import {
  canonicalJson,
  createReceipt,
  filesInMemory,
  formatPredictionsCsv,
  openBundleFiles,
  parsePredictionsCsv,
  parseReceipt,
  receiptFile,
  reportDigest,
  runBaseline,
  score,
  sha256,
  verifyReceipt,
  type ReceiptEvidence,
  type Signer,
} from "../../src/index.ts";
import { tinyChallenge, tinyNames, tinySecret, tinySession } from "../support/tiny-challenge.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

let folder = "";
let signer: Signer;
/** Every file of a bundle by its path. */
const files = new Map<string, Uint8Array>();
let submission = new Uint8Array();
let report = new Uint8Array();
let receipt = new Uint8Array();
/** A second one that follows the first. */
let next = new Uint8Array();

/** Scores a submission on a bundle, from bytes alone. */
async function scored(bundleFiles: ReadonlyMap<string, Uint8Array>, csv: Uint8Array) {
  const bundle = await openBundleFiles(filesInMemory("bundle", bundleFiles));
  const format = {
    columns: Object.keys(bundle.definition.truth),
    expectedIds: { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") },
  };
  return score({
    definition: bundle.definition,
    truth: await bundle.truth("test"),
    predictions: parsePredictionsCsv(csv, format),
    board: "public",
    digests: { bundle: bundle.digest, submission: await sha256(csv) },
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "braidyn-receipt-"));
  const outDir = join(folder, "bundle");
  const sessions = tinyNames.map((name) => tinySession(name));
  await buildBundle({ challenge: tinyChallenge, sessions, outDir, secret: tinySecret });
  for (const entry of await readdir(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(outDir.length + 1), Uint8Array.from(await readFile(path)));
  }
  signer = (await openKeyFile(join(folder, "key.pem"))).signer;
  const bundle = await openBundleFiles(filesInMemory("bundle", files));
  const { rowIds, columns } = await runBaseline(tinyChallenge, "strong", bundle);
  submission = bytesOf(formatPredictionsCsv(rowIds, columns));
  const found = await scored(files, submission);
  const { privateDigest } = bundle;
  report = bytesOf(canonicalJson(found));
  receipt = Uint8Array.from(receiptFile(await createReceipt({ report: found, privateDigest, signer })));
  const following = await createReceipt({ report: found, privateDigest, signer, previous: receipt });
  next = Uint8Array.from(receiptFile(following));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function everything(
  changed: { submission?: Uint8Array; files?: Map<string, Uint8Array>; report?: Uint8Array } = {},
) {
  const [csv, bundle] = [changed.submission ?? submission, changed.files ?? files];
  const evidence: ReceiptEvidence = {
    key: signer.publicKey,
    submission: await sha256(csv),
    bundle: filesInMemory("bundle", bundle),
    report: changed.report ?? report,
  };
  return evidence;
}

/** The checks that went wrong, with their codes. */
async function wrong(file: Uint8Array, evidence: ReceiptEvidence) {
  const { valid, checks } = await verifyReceipt(file, evidence);
  const found = checks
    .filter(({ result }) => result === "wrong")
    .map(({ check, problem }) => [check, problem?.code]);
  expect(valid).toBe(found.length === 0);
  return found;
}

/** A copy with one byte changed. */
function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= mask;
  return copy;
}

describe("a receipt", () => {
  test("verifies with everything it binds, and scoring again gives the same report", async () => {
    const scoreAgain = async () => reportDigest(await scored(files, submission));
    const { valid, checks } = await verifyReceipt(receipt, { ...(await everything()), scoreAgain });
    expect(checks.map(({ result }) => result)).toEqual(Array.from({ length: 9 }, () => "right"));
    expect(valid).toBe(true);
  });

  test("is the same to the byte when it is made again", async () => {
    const found = await scored(files, submission);
    const privateDigest = await sha256(files.get("private/manifest.json")!);
    expect(receiptFile(await createReceipt({ report: found, privateDigest, signer }))).toEqual(receipt);
  });

  test("without evidence is held to its form, signature and scorer, and says what was not checked", async () => {
    const { valid, checks } = await verifyReceipt(receipt);
    expect(valid).toBe(true);
    expect(checks.filter(({ result }) => result === "unchecked").map(({ check }) => check)).toEqual([
      "key",
      "submission",
      "bundle",
      "report",
      "score",
    ]);
  });

  test("is caught with any one byte of it flipped, in any of its bits", async () => {
    for (let at = 0; at < receipt.length; at++) {
      for (const mask of [1 << (at % 8), 0x20, 0x80]) {
        const { valid } = await verifyReceipt(flipped(receipt, at, mask));
        if (valid) throw new Error(`byte ${at} ^ ${mask} was not noticed`);
      }
    }
  });

  test("is caught when it is cut, lengthened, spaced out or written in another order", async () => {
    const text = new TextDecoder().decode(receipt);
    const { board, ...others } = JSON.parse(text) as { board: string };
    const variants = [
      text.trimEnd(),
      `${text}\n`,
      `\ufeff${text}`,
      ` ${text}`,
      text.replace('"board":', '"board": '),
      `${JSON.stringify({ ...others, board })}\n`,
      text.replace(/"key":"[0-9a-f]{64}"/, (key) => key.toUpperCase().replace("KEY", "key")),
      text.replace('"number":1,', '"number":1.0,'),
      text.replace('"number":1,', '"number":1,"number":1,'),
      text.replace('"board":', '"__proto__":1,"board":'),
      "[]\n",
      "null\n",
      "",
    ];
    for (const variant of variants)
      expect(await wrong(bytesOf(variant), {})).toEqual([["form", "RECEIPT_FORM"]]);
    expect(await wrong(new Uint8Array(1e6), {})).toEqual([["form", "RECEIPT_FORM"]]);
  });

  test("catches any one byte flipped of any file of the bundle", async () => {
    for (const [path, bytes] of files) {
      const step = Math.max(1, Math.floor(bytes.length / 40));
      for (let at = 0; at < bytes.length; at += step) {
        const damaged = new Map(files).set(path, flipped(bytes, at, 1 << (at % 8)));
        const found = await wrong(receipt, await everything({ files: damaged }));
        expect([path, at, found[0]?.[0]]).toEqual([path, at, "bundle"]);
      }
    }
    const missing = new Map(files);
    missing.delete("public/train/input.npy");
    expect(await wrong(receipt, await everything({ files: missing }))).toEqual([
      ["bundle", "RECEIPT_BUNDLE"],
    ]);
  });

  test("catches any one byte flipped of the submission or of the report", async () => {
    for (let at = 0; at < submission.length; at += 7) {
      const changed = await everything({ submission: flipped(submission, at, 4) });
      expect(await wrong(receipt, changed)).toEqual([["submission", "RECEIPT_SUBMISSION"]]);
    }
    for (let at = 0; at < report.length; at += 37) {
      const changed = await everything({ report: flipped(report, at, 4) });
      expect(await wrong(receipt, changed)).toEqual([["report", "RECEIPT_REPORT"]]);
    }
    const withLineEnd = await everything({ report: bytesOf(`${new TextDecoder().decode(report)}\n`) });
    expect(await wrong(receipt, withLineEnd)).toEqual([]);
  });

  test("catches a score that does not follow from what it binds", async () => {
    const scoreAgain = () => Promise.resolve("0".repeat(64));
    expect(await wrong(receipt, { scoreAgain })).toEqual([["score", "RECEIPT_SCORE"]]);
  });

  test("signed by another key is whole, but not the organizer's", async () => {
    const other = (await openKeyFile(join(folder, "other.pem"))).signer;
    const forged = receiptFile(
      await createReceipt({ report: await scored(files, submission), privateDigest: null, signer: other }),
    );
    expect(await wrong(forged, {})).toEqual([]);
    expect(await wrong(forged, { key: signer.publicKey })).toEqual([["key", "RECEIPT_SIGNER"]]);
  });
});

describe("a chain", () => {
  test("numbers receipts, and each follows the one before to the byte", async () => {
    expect(parseReceipt(next).number).toBe(2);
    expect(await wrong(next, { previous: receipt })).toEqual([]);
  });

  test("is broken by a receipt left out, exchanged or put first", async () => {
    const third = receiptFile(
      await createReceipt({
        report: await scored(files, submission),
        privateDigest: null,
        signer,
        previous: next,
      }),
    );
    expect(await wrong(third, { previous: next })).toEqual([]);
    for (const [file, previous] of [
      [third, receipt],
      [next, third],
      [receipt, next],
    ] as const) {
      expect(await wrong(file, { previous })).toEqual([["chain", "RECEIPT_CHAIN"]]);
    }
  });

  test("does not follow what is no receipt", async () => {
    const found = await scored(files, submission);
    await expect(
      createReceipt({ report: found, privateDigest: null, signer, previous: bytesOf("{}") }),
    ).rejects.toMatchObject({ code: "RECEIPT_FORM" });
    expect(await wrong(next, { previous: bytesOf("{}") })).toEqual([["chain", "RECEIPT_FORM"]]);
  });
});
