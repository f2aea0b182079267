import { BraidynError } from "@braidyn/core";
import { z } from "zod";

/** Rises when a reader of today could not read a bundle of tomorrow. */
export const bundleFormat = "braidyn-bundle/1";

/** The three folders of a bundle's public half. */
export const bundleSplits = ["train", "validation", "test"] as const;
export type BundleSplit = (typeof bundleSplits)[number];

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.strictObject({
  /** Relative to the manifest's folder. */
  path: z.string(),
  bytes: z.int().min(0),
  sha256: digest,
  /** Of an `.npy`: NumPy dtype, shape with the name of each axis, unit of the values. */
  dtype: z.string().optional(),
  shape: z.array(z.int().min(0)).optional(),
  axes: z.array(z.string()).optional(),
  unit: z.string().optional(),
  /** Of a Parquet table. */
  columns: z.array(z.strictObject({ name: z.string(), type: z.string(), unit: z.string() })).optional(),
});

const counts = z.strictObject({
  rows: z.int().min(0),
  subjects: z.int().min(0),
  sessions: z.int().min(0),
});

const usedSession = z.strictObject({
  session: z.string(),
  group: z.enum(["train", "validation", "public", "private"]),
  rows: z.int().min(0),
});

const skippedSession = z.strictObject({
  session: z.string(),
  type: z.string(),
  /**
   * `unused`: in no group of the split; `type`, `days`: not asked for; `missing`: lacks data; `empty`: gave no row;
   * `failed`: could not be read.
   */
  reason: z.enum(["unused", "type", "days", "missing", "empty", "failed"]),
  detail: z.string(),
});

const publicManifest = z.strictObject({
  format: z.literal(bundleFormat),
  challenge: z.string(),
  generator: z.string(),
  /** Seed given to `examples()`, mixed with each session's key. */
  seed: z.int(),
  /** What binds the organizer to the private half; see `commitmentOf`. */
  commitment: digest,
  splits: z.record(z.enum(bundleSplits), counts),
  files: z.array(file),
  /** Train and validation sessions; what became of the test sessions stands in the private half only. */
  sessions: z.array(usedSession),
  skipped: z.array(skippedSession),
  /** SHA-256 of this manifest without this number. */
  self: digest,
});

const privateManifest = z.strictObject({
  format: z.literal(bundleFormat),
  challenge: z.string(),
  generator: z.string(),
  /** The secret of row ids and pseudonyms, 64 hexadecimal digits. */
  secret: digest,
  /** SHA-256 of `public/manifest.json`: which public half this belongs to. */
  public_manifest: digest,
  /** The split as it was used, with the test members that the public half does not name. */
  split: z.unknown(),
  files: z.array(file),
  sessions: z.array(usedSession),
  skipped: z.array(skippedSession),
});

export type PublicManifest = z.infer<typeof publicManifest>;
export type PrivateManifest = z.infer<typeof privateManifest>;
export type BundleFile = z.infer<typeof file>;
export type UsedSession = z.infer<typeof usedSession>;
export type SkippedSession = z.infer<typeof skippedSession>;

/** Reads `public/manifest.json` as it stands; `openBundleFiles` holds it to its own hash. @throws BraidynError `BUNDLE_MANIFEST`. */
export function parsePublicManifest(bytes: Uint8Array, name: string): PublicManifest {
  return parseJson(publicManifest, bytes, name);
}

/** Reads `private/manifest.json`. @throws BraidynError `BUNDLE_MANIFEST`. */
export function parsePrivateManifest(bytes: Uint8Array, name: string): PrivateManifest {
  return parseJson(privateManifest, bytes, name);
}

function parseJson<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string): T {
  try {
    return schema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new BraidynError("BUNDLE_MANIFEST", { file: name, reason: firstReason(cause) }, { cause });
  }
}

function firstReason(cause: unknown): string {
  const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
  if (issue !== undefined) return `${issue.path.join(".")}: ${issue.message}`;
  return cause instanceof Error ? cause.message : String(cause);
}
