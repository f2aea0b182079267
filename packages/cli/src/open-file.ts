import { stat } from "node:fs/promises";
import type { Session } from "@braidyn/nwb";
import { locate } from "./locate.ts";
import { remoteOptions } from "./remote-options.ts";
import type { Shell } from "./shell.ts";

/**
 * Opens a session, on this machine or behind an address, for `use` and closes it. `bytes` is the length of its file.
 *
 * @throws BraidynError as `openSession`.
 */
export async function withSession<T>(
  source: string,
  shell: Shell,
  use: (session: Session, bytes: number) => Promise<T>,
  remote = remoteOptions(shell, undefined),
): Promise<T> {
  const { isRemote, openSession, openSource, remoteSource } = await import("@braidyn/nwb");
  if (!isRemote(source)) {
    const path = locate(shell.context, source);
    return using(await openSession(path), async () => (await stat(path)).size, use);
  }
  const bytes = await remoteSource(source, remote);
  // What it holds is looked up in full, as a file's is: people ask what is there.
  return using(await openSource(bytes, { listing: "complete" }), async () => bytes.size, use);
}

async function using<T>(
  session: Session,
  size: () => Promise<number>,
  use: (session: Session, bytes: number) => Promise<T>,
): Promise<T> {
  try {
    return await use(session, await size());
  } finally {
    session.close();
  }
}
