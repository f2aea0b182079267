/** What of a session people choose by. */
export interface SessionFacts {
  readonly subject: string;
  readonly type: string;
  readonly day: number | null;
}

/** Which sessions are wanted; a criterion that is not given fits all. */
export type Wanted = (session: SessionFacts) => boolean;

export interface Criteria {
  /** In any spelling; several between commas. */
  readonly subject: string | undefined;
  readonly type: string | undefined;
  readonly day: number | undefined;
}

export async function wantedBy({ subject, type, day }: Criteria): Promise<Wanted> {
  const { subjectName } = await import("@braidyn/harness");
  const names = subject?.split(",").map((name) => subjectName(name.trim()));
  return (session) =>
    (names === undefined || names.includes(subjectName(session.subject))) &&
    (type === undefined || session.type === type) &&
    (day === undefined || session.day === day);
}
