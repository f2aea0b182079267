/** As the server names them, which is too much to load for a help text. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
