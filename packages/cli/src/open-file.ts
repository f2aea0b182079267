import type { Session } from "@braidyn/nwb";
import { refuseRemote } from "./session-files.ts";
import { locate } from "./locate.ts";
import type { Shell } from "./shell.ts";

/** Opens a session for `use` and closes it. @throws BraidynError as `openSession`, `COMMAND_DANDI`. */
export async function withSession<T>(
  source: string,
  shell: Shell,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  refuseRemote(source);
  const { openSession } = await import("@braidyn/nwb");
  const session = await openSession(locate(shell.context, source));
  try {
    return await use(session);
  } finally {
    session.close();
  }
}
