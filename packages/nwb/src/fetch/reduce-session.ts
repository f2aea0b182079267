import type { ByteSource } from "../hdf5/source.ts";
import type { Profile } from "../profile.ts";
import { planReduced } from "./plan-reduced.ts";
import type { Selection, Stream } from "./streams.ts";
import { writeImage, type WrittenFile } from "./write-image.ts";

/**
 * Copies some streams of a session into a small session file of the same layout, every value bit for bit. The same source
 * and selection give the same bytes. Closes `source`.
 *
 * ```ts
 * const wanted = { streams: ["dFF", "sensors", "trials"], masks: true };
 * await reduceSession(fileSource("VG1GC-105_2024-02-02_task-day8.nwb"), wanted, "small.nwb");
 * ```
 *
 * @throws BraidynError as `planReduced`.
 */
export async function reduceSession(
  source: ByteSource,
  selection: Selection,
  path: string,
  profile?: Profile,
): Promise<WrittenFile & { readonly lacking: readonly Stream[] }> {
  try {
    const { image, lacking } = await planReduced(source, selection, profile);
    return { ...(await writeImage(path, image, source)), lacking };
  } finally {
    source.close();
  }
}
