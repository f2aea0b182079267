import type { Isolation } from "@braidyn/runner";

/** What one try of an attack showed. */
export interface Attempt {
  /** Whether the attack was really carried out, by its own report. A row whose attack never ran is not blocked. */
  readonly ran: boolean;
  /** Whether it got what it was after. */
  readonly succeeded: boolean;
  /** One line for the table: what was seen. */
  readonly seen: string;
}

/** What attacks may use. */
export interface Arena {
  /** What holds the programs of this try: the isolation that is on, or `none` for a control. */
  readonly isolation: Isolation;
  /** An empty folder of this try's own, removed afterwards. */
  readonly folder: string;
  /** A Python that runs, or null. */
  readonly python: string | null;
}

/** One row of the table. Files of `attacks/` export them as `attacks`; nothing else needs to be edited. */
export interface Attack {
  /** What is tried, in a few words. */
  readonly name: string;
  /** It can only be stopped where a run as a whole is held by cgroups, not where each process is held by rlimits. */
  readonly needsGroups?: boolean;
  /** Tries it against the system as it stands. */
  attempt(arena: Arena): Promise<Attempt>;
  /**
   * The same where nothing stops it: it must succeed, else the row shows nothing. A sentence instead says why that is not
   * tried, such as "would fill this machine's disk".
   */
  readonly control: ((arena: Arena) => Promise<Attempt>) | string;
}
