import type { Conversation, RunRequest } from "./isolation.ts";

/** How a conversation stands. */
export interface Talk {
  /** Settles when the conversation has ended, well or badly; never rejects. */
  readonly ended: Promise<void>;
  /** What it threw, boxed, because anything may be thrown; null as long as nothing was. */
  failure(): { readonly error: unknown } | null;
}

/** Holds a request's conversation. Where it holds none, it has ended already. */
export function startTalk({ converse }: RunRequest, streams: Conversation | null): Talk {
  let failure: { error: unknown } | null = null;
  if (converse === undefined || streams === null) return { ended: Promise.resolve(), failure: () => failure };
  // a program may end while something is written to it; its end says enough
  streams.stdin.on("error", () => {});
  const ended = converse(streams).then(
    () => {
      streams.stdin.end();
    },
    (error: unknown) => {
      failure = { error };
    },
  );
  return { ended, failure: () => failure };
}
