import { cp } from "node:fs/promises";
import { join } from "node:path";
import { loadChallenge } from "@braidyn/challenges";
import { buildBundle } from "@braidyn/harness/build";
import type { PrepareModule } from "../engine/contract.ts";
import { withSession } from "../engine/with-session.ts";

export const hides = true;

/** The challenge's bundle: its public half for the learner, both halves for the check. */
export const prepare: PrepareModule["prepare"] = async ({ sessions, path, hidden, seed }) => {
  const challenge = await loadChallenge("lever-pull");
  const mice = await Promise.all(
    sessions.map((session) => withSession(session, async ({ info }) => info.subject)),
  );
  const split = {
    ...({ unit: "subject", train: mice.slice(0, 6), validation: mice.slice(6, 8) } as const),
    ...{ public: mice.slice(8), private: [] },
  };
  const outDir = join(hidden, "bundle");
  const secret = "0".repeat(64); // nothing is at stake, and the same seed should give the same bytes
  await buildBundle({ challenge, split, outDir, secret, seed, sessions: { paths: sessions }, jobs: 1 });
  await cp(join(outDir, "public"), join(path, "public"), { recursive: true });
};
