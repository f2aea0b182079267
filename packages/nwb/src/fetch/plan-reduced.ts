import { corrupt } from "../hdf5/errors.ts";
import { choiceOf } from "../copy/choice.ts";
import { copyTree } from "../copy/copy-tree.ts";
import { fileImage, type FileImage } from "../copy/file-image.ts";
import { openStoredFile } from "../copy/stored-file.ts";
import { openHdf5 } from "../open-hdf5.ts";
import { braidynBc } from "../braidyn-bc.ts";
import type { ByteRange } from "../hdf5/block-cache.ts";
import type { ByteSource } from "../hdf5/source.ts";
import { elementCount } from "../hdf5/dataspace.ts";
import type { Profile } from "../profile.ts";
import type { SessionContext } from "../session/context.ts";
import { listSignals, readContents } from "../session/contents.ts";
import { canonicalSelection, type Selection, type Stream } from "./streams.ts";
import { chooseStreams } from "./choose.ts";

/** A small session file, planned but for its bulk. */
export interface ReducedPlan {
  readonly image: FileImage;
  /** Parts of the source that its bulk is copied from, in order, none overlapping another. */
  readonly ranges: readonly ByteRange[];
  /** Wanted streams that the session does not have. */
  readonly lacking: readonly Stream[];
}

/** What a copy may be longer than its source: what says what is in it may be stored less tightly. */
const roomBytes = 16 * 1024 * 1024;
const maxReadBytes = 64 * 1024 * 1024;

/**
 * Plans a copy of a session that holds only some streams, in the same layout: reads what says where things are, and no
 * bulk. Leaves `source` open.
 *
 * @throws BraidynError as `openSession`; `NWB_UNSUPPORTED` for what cannot be copied faithfully.
 */
export async function planReduced(
  source: ByteSource,
  selection: Selection,
  profile: Profile = braidynBc,
): Promise<ReducedPlan> {
  const { close: _, ...lent } = source; // a reader closes its source
  const reader = await openHdf5({ ...lent, close() {} }, { maxReadBytes }, "own");
  const context = { file: reader, profile, maxReadBytes, listing: "quick" } as const;
  const contents = await readContents(context, listSignals(context));
  const wanted = canonicalSelection(selection);
  const hasKeypoints = wanted.streams.some((stream) => stream.startsWith("keypoints"));
  const videos = hasKeypoints ? await films(context) : {};
  const { paths, lacking } = chooseStreams(wanted, contents, profile, videos);
  const tree = await copyTree(await openStoredFile(source), choiceOf(paths));
  const image = fileImage(tree, source.label);
  // Parts may be named twice; a hostile file names a few thousands of times.
  if (image.size > source.size + roomBytes) {
    throw corrupt(source.label, 0, `${image.size} bytes of data in a file of ${source.size}`);
  }
  return { image, ranges: joined(image), lacking };
}

/** Most bytes of images for which a video's series is taken along as its clock. */
const mostImageBytes = 1024 * 1024;

/** Image series of the profile's videos that only name their files. */
async function films({ file, profile }: SessionContext): Promise<Record<string, string>> {
  const sizes = await Promise.all(
    Object.entries(profile.videos).map(async ([view, path]) => {
      const info = await file.dataset(`${path}/data`);
      return { view, path, bytes: elementCount(info?.shape ?? [0]) * (info?.elementBytes ?? 0) };
    }),
  );
  const small = sizes.filter(({ bytes }) => bytes <= mostImageBytes);
  return Object.fromEntries(small.map(({ view, path }) => [view, path]));
}

function joined({ parts }: FileImage): ByteRange[] {
  const wanted = parts
    .flatMap((part) => ("source" in part ? [part.source] : []))
    .sort((a, b) => a.offset - b.offset);
  const ranges: { offset: number; length: number }[] = [];
  for (const { offset, length } of wanted) {
    const last = ranges.at(-1);
    if (last !== undefined && offset <= last.offset + last.length) {
      last.length = Math.max(last.length, offset + length - last.offset);
    } else {
      ranges.push({ offset, length });
    }
  }
  return ranges;
}
