/** Names that the tables of a bundle use themselves, so no truth column may have them. */
export const reservedColumns: readonly string[] = [
  "row_id",
  "board",
  "subject",
  "session",
  "subject_name",
  "session_name",
  "date",
  "day",
  "time",
];
