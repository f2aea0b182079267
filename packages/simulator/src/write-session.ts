import { writeHdf5 } from "@braidyn/nwb/write";
import { sessionTree } from "./file/tree.ts";
import type { SimulatedSession } from "./session.ts";

/**
 * Writes a session as an NWB file, replacing what is at `path`. The same session gives the same bytes.
 *
 * @throws BraidynError `NWB_WRITE_FAILED` when the folder is missing or full or may not be written.
 */
export async function writeSession(session: SimulatedSession, path: string): Promise<void> {
  await writeHdf5(path, sessionTree(session));
}
