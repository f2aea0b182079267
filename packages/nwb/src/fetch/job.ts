import { link, lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BraidynError, isBraidynError } from "@braidyn/core";
import type { Profile } from "../profile.ts";
import { isIntact, sha256Of } from "./destination.ts";
import type { DiskPieces } from "./disk-pieces.ts";
import { covers, union, type FetchedFile, type FetchManifest, type Taken } from "./manifest.ts";
import type { Origin } from "./origin.ts";
import { hasPieces, lookAtPieces, openPieces, piecesPlace, removeAll } from "./pieces-of.ts";
import { planReduced, type ReducedPlan } from "./plan-reduced.ts";
import { openSpool, type FetchHow, type Spool } from "./spool.ts";
import { syncFolder, writeImage } from "./write-image.ts";

/** Where files go and what is there. */
export interface Place {
  readonly folder: string;
  readonly manifest: FetchManifest;
  /** Whether files that were not fetched may be replaced. */
  readonly force: boolean;
  /** Nothing is written, not even what was learnt. */
  readonly dryRun: boolean;
  readonly profile: Profile;
}

/** A session that is to be fetched, planned to the byte. */
export interface Job {
  readonly kind: "job";
  readonly name: string;
  readonly origin: Origin;
  readonly taken: Taken;
  readonly lacking: FetchedFile["lacking"];
  /** Length of the file that it will be. */
  readonly fileBytes: number;
  /** Bytes that planning has asked of the source. */
  readonly plannedWith: number;
  /** Bytes that still have to come. */
  readonly missingBytes: number;
}

/** A session that is there as it is wanted. */
export interface Kept {
  readonly kind: "kept";
  readonly name: string;
  readonly file: FetchedFile;
}

/**
 * Looks at what is there of a session and plans the rest.
 *
 * @param onBytes told how many bytes have come.
 * @throws BraidynError `FETCH_EXISTS`, and as `planReduced`.
 */
export async function planJob(
  origin: Origin,
  name: string,
  wanted: Taken,
  place: Place,
  onBytes: (bytes: number) => void,
): Promise<Job | Kept> {
  const pieces = piecesPlace(place.folder, name, origin);
  const known = place.manifest.get(name);
  const isSame = known !== undefined && JSON.stringify(known.source) === JSON.stringify(origin.provenance);
  if (isSame && covers(known.taken, wanted) && (await isIntact(place.folder, name, known))) {
    if (!place.dryRun) await removeAll(pieces); // of a fetch that was killed just after
    return { kind: "kept", name, file: known };
  }
  const isOurs = known !== undefined || (await hasPieces(pieces));
  if (!isOurs && !place.force) await refuseExisting(join(place.folder, name));
  const taken = isSame ? union(known.taken, wanted) : wanted;
  const store = place.dryRun ? await lookAtPieces(pieces) : await openPieces(pieces);
  try {
    const spool = openSpool(origin, store, onBytes);
    const { image, ranges, lacking } = await planOf(origin, spool, taken, place);
    return {
      kind: "job",
      ...{ name, origin, taken, lacking },
      fileBytes: image?.size ?? origin.size,
      plannedWith: spool.fetchedBytes,
      missingBytes: spool.missingBytes(ranges),
    };
  } finally {
    await store.close();
  }
}

type Plan = Pick<ReducedPlan, "ranges" | "lacking"> & { readonly image: ReducedPlan["image"] | null };

async function planOf(origin: Origin, spool: Spool, taken: Taken, { profile }: Place): Promise<Plan> {
  if (!taken.whole) return planReduced(spool, taken, profile);
  return { image: null, ranges: [{ offset: 0, length: origin.size }], lacking: [] };
}

export interface FinishHow extends FetchHow {
  readonly onBytes: (bytes: number) => void;
  /** Writes down what was made, before the pieces that it was made of are thrown away. */
  readonly record: (file: FetchedFile) => Promise<void>;
}

/**
 * Has the rest of a session come and makes its file. The plan is made again, from what was kept: plans of hundreds of
 * sessions would fill the memory.
 *
 * @throws BraidynError `FETCH_DIGEST`, and what reading and writing throw; what has come stays for the next time.
 */
export async function finishJob(job: Job, place: Place, how: FinishHow): Promise<void> {
  const { origin, name, taken } = job;
  const pieces = piecesPlace(place.folder, name, origin);
  const store = await openPieces(pieces);
  try {
    const spool = openSpool(origin, store, how.onBytes);
    const { image, ranges, lacking } = await planOf(origin, spool, taken, place);
    await spool.fetch(ranges, how);
    const path = join(place.folder, name);
    await mkdir(dirname(path), { recursive: true });
    const part = `${pieces.stem}.part`;
    const written =
      image === null ? await giveName(path, part, origin, store) : await writeImage(path, image, spool, part);
    await how.record({ source: origin.provenance, taken, lacking, ...written });
  } catch (error) {
    if (isBraidynError(error, "FETCH_DIGEST")) await removeAll(pieces);
    throw error;
  } finally {
    await store.close();
  }
  await removeAll(pieces);
}

/** The sparse file, once nothing is missing in it, is the file. @throws BraidynError `FETCH_DIGEST` */
async function giveName(
  path: string,
  part: string,
  { label, sha256: expected, size }: Origin,
  pieces: DiskPieces,
): Promise<Pick<FetchedFile, "bytes" | "sha256">> {
  await pieces.sync();
  const found = await sha256Of(pieces.path);
  if (expected !== null && found !== expected) {
    throw new BraidynError("FETCH_DIGEST", { path: label, what: "SHA-256", found, expected });
  }
  await rm(part, { force: true });
  // A second name, so that a fetch that is killed here finds its pieces again; some disks have no such thing.
  await link(pieces.path, part).catch(() => rename(pieces.path, part));
  await rename(part, path);
  await syncFolder(dirname(path));
  return { bytes: size, sha256: found };
}

async function refuseExisting(path: string): Promise<void> {
  if ((await lstat(path).catch(() => null)) !== null) throw new BraidynError("FETCH_EXISTS", { path });
}
