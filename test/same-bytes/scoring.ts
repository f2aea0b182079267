/**
 * What the test of equal bytes runs in Node and in a browser: a bundle of bytes, predictions of bytes, and everything
 * that comes of them.
 */
import {
  canonicalJson,
  createReceipt,
  createSigner,
  filesInMemory,
  openBundleFiles,
  parsePredictionsCsv,
  parsePredictionsParquet,
  rankReports,
  receiptFile,
  renderReport,
  score,
  scorerDigest,
  sha256,
  verifyReceipt,
} from "@braidyn/harness";

export interface ScoringInput {
  readonly files: readonly (readonly [path: string, base64: string])[];
  readonly csv: string;
  readonly parquet: string;
  readonly key: string;
  readonly publicKey: string;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Texts that must be the same wherever they are made. */
export async function scoreEverything(input: ScoringInput): Promise<Record<string, string>> {
  const files = new Map(input.files.map(([path, base64]) => [path, bytesOf(base64)]));
  const bundle = await openBundleFiles(filesInMemory("bundle", files));
  const { definition } = bundle;
  const expectedIds = { validation: await bundle.rowIds("validation"), test: await bundle.rowIds("test") };
  const format = { columns: Object.keys(definition.truth), expectedIds };
  const truth = await bundle.truth("test");
  const [csv, parquet] = [bytesOf(input.csv), bytesOf(input.parquet)];
  const predictions = [parsePredictionsCsv(csv, format), await parsePredictionsParquet(parquet, format)];
  const submission = await sha256(csv);
  const reports = predictions.map((each) =>
    score({
      definition,
      truth,
      predictions: each,
      board: "public",
      digests: { bundle: bundle.digest, submission },
    }),
  );
  const [report] = reports;
  const signer = await createSigner(bytesOf(input.key), input.publicKey);
  const receipt = receiptFile(
    await createReceipt({ report: report!, privateDigest: bundle.privateDigest, signer }),
  );
  const { valid } = await verifyReceipt(receipt, { key: input.publicKey, submission });
  return {
    reports: reports.map((each) => canonicalJson(each)).join("\n"),
    board: canonicalJson(rankReports(reports.map((each, i) => ({ name: `entry ${i}`, report: each })))),
    english: canonicalJson(renderReport(report!, { language: "en" })),
    japanese: canonicalJson(renderReport(report!, { language: "ja" })),
    scorer: await scorerDigest(),
    receipt: new TextDecoder().decode(receipt),
    valid: String(valid),
  };
}
