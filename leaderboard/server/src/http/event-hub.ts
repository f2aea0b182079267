import type { ServerResponse } from "node:http";
import type { Principal } from "../accounts/tokens.ts";
import type { LiveEvent } from "../api.ts";

/** Everyone who listens to server-sent events. */
export interface EventHub {
  readonly size: number;
  /** @returns false when there are too many already. */
  add(response: ServerResponse, listener: Listener): boolean;
  send(event: LiveEvent): void;
  close(): void;
}

export interface Listener {
  readonly principal: Principal | null;
  /** Only this one's; null: of all. */
  readonly challenge: string | null;
  readonly address: string;
}

const most = 5000;
const mostOfAnAddress = 2500;
const aliveMilliseconds = 15_000;
/** A listener that does not read is let go: it asks again when it can. */
const mostUnread = 64 * 1024;

export function createEventHub(): EventHub {
  const listeners = new Map<ServerResponse, Listener>();
  const write = (response: ServerResponse, text: string): void => {
    if (response.writableLength > mostUnread) response.destroy();
    else response.write(text);
  };
  const alive = setInterval(() => {
    for (const response of listeners.keys()) write(response, ": alive\n\n");
  }, aliveMilliseconds);
  alive.unref();
  return {
    get size() {
      return listeners.size;
    },
    add: (response, listener) => {
      const ofAddress = [...listeners.values()].filter(({ address }) => address === listener.address).length;
      if (listeners.size >= most || ofAddress >= mostOfAnAddress) return false;
      listeners.set(response, listener);
      response.on("close", () => listeners.delete(response));
      write(response, "retry: 2000\n\n");
      return true;
    },
    send: (event) => {
      const text = `event: ${event.event}\ndata: ${JSON.stringify(event)}\n\n`;
      for (const [response, listener] of listeners) if (concerns(event, listener)) write(response, text);
    },
    close: () => {
      clearInterval(alive);
      for (const response of listeners.keys()) response.end();
    },
  };
}

function concerns(event: LiveEvent, { principal, challenge }: Listener): boolean {
  if ("challenge" in event && challenge !== null && event.challenge !== challenge) return false;
  if (event.event !== "submission") return true;
  return principal?.role === "organizer" || principal?.team?.id === event.team;
}
