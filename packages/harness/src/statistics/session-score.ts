/** What one session scored. */
export interface SessionScore {
  readonly subject: string;
  /** Unique within the subject. */
  readonly session: string;
  readonly value: number;
}
