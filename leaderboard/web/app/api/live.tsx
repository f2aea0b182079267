import type { LiveEvent } from "@braidyn/leaderboard/api";
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

/** How often each kind of thing has changed since the page was opened; a reader loads again when its number moves. */
export interface Live {
  readonly connected: boolean;
  readonly board: number;
  readonly challenge: number;
  readonly announcement: number;
  readonly submission: number;
}

type Kind = LiveEvent["event"];

const kinds = ["board", "challenge", "announcement", "submission"] as const satisfies readonly Kind[];
const still: Live = { connected: false, board: 0, challenge: 0, announcement: 0, submission: 0 };
const LiveContext = createContext<Live>(still);

export const useLive = (): Live => useContext(LiveContext);

/** Listens to the server's events; `who` starts anew with another account, whose events are others. */
export function LiveProvider({ who, children }: { who: string; children: ComponentChildren }) {
  const [live, setLive] = useState(still);
  useEffect(() => listen(setLive), [who]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

type Change = (next: (live: Live) => Live) => void;

/** A browser gives up where it is answered with an error, as by a proxy whose server starts anew. */
const reopenMs = 5000;

function listen(change: Change): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout>;
  let lost = false;
  const onOpen = () => {
    // what happened while the connection was down was told to nobody: everything is asked for again
    change((live) => ({ ...(lost ? allMoved(live) : live), connected: true }));
    lost = false;
  };
  const onError = () => {
    lost = true;
    change((live) => ({ ...live, connected: false }));
    if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs);
  };
  const open = () => {
    source = new EventSource("/api/events");
    source.addEventListener("open", onOpen);
    source.addEventListener("error", onError);
    for (const kind of kinds)
      source.addEventListener(kind, () => change((live) => ({ ...live, [kind]: live[kind] + 1 })));
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function allMoved(live: Live): Live {
  return { ...live, ...Object.fromEntries(kinds.map((kind) => [kind, live[kind] + 1])) };
}
