import { openSession, type Session } from "@braidyn/nwb";

/** Opens a session, works on it and closes it. */
export async function withSession<T>(path: string, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession(path);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

/** A column of numbers of the session's trials. */
export async function trialNumbers(session: Session, name: string): Promise<number[]> {
  const { columns } = await session.trials();
  return Array.from((columns[name] ?? []) as ArrayLike<number>);
}
