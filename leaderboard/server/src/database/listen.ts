import pg from "pg";

/** A connection of its own that hears notifications. */
export interface Listening {
  close(): Promise<void>;
}

const retryMilliseconds = 500;

/**
 * Hears PostgreSQL's notifications of a channel. When the connection breaks it is made again, and `onPayload("")` tells
 * that some may have been missed.
 */
export function listenTo(url: string, channel: string, onPayload: (payload: string) => void): Listening {
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let first = true;

  const again = (broken: pg.Client): void => {
    if (client !== broken) return;
    client = null;
    broken.removeAllListeners("notification");
    void broken.end().catch(() => {});
    if (!closed) retry = setTimeout(connect, retryMilliseconds);
  };
  const connect = (): void => {
    const own = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5000,
      application_name: "braidyn-listen",
    });
    client = own;
    own.on("error", () => again(own));
    own.on("end", () => again(own));
    own.on("notification", ({ payload = "" }) => onPayload(payload));
    own
      .connect()
      .then(() => own.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => {
        if (!first) onPayload("");
        first = false;
      })
      .catch(() => again(own));
  };
  connect();
  return {
    close: async () => {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
