import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession, type Session } from "@braidyn/nwb";

const root = join(import.meta.dirname, "../../..");

/** Sessions made for this repository, a folder each. */
export const ownFixtures = join(root, "test/fixtures/nwb");

/** Sessions in the dataset's true layout, where the machine has them. */
export const sharedFixtures = join(root, "../shared/fixtures");
export const hasShared = existsSync(sharedFixtures);

/** Opens the one session in `folder`, hands it to `use` and closes it. */
export async function withSession<Result>(
  folder: string,
  use: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await openSession(sessionPath(folder));
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

/** What the session in `folder` must read as. */
export function truthOf(folder: string): unknown {
  return JSON.parse(readFileSync(sessionPath(folder).replace(/\.nwb$/, ".truth.json"), "utf8"));
}

function sessionPath(folder: string): string {
  const name = readdirSync(folder).find((file) => file.endsWith(".nwb"));
  if (name === undefined) throw new Error(`no session in ${folder}`);
  return join(folder, name);
}
