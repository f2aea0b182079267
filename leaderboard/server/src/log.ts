import { pino, type Logger } from "pino";

/** Structured: one JSON line an event. Tokens, cookies and invitations never get into it. */
export type Log = Logger;

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

export function createLog(level: LogLevel, stream?: NodeJS.WritableStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["req.headers.authorization", "req.headers.cookie", "res.headers['set-cookie']"],
      remove: true,
    },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}
