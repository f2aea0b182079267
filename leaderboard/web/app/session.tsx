import type { Challenge, Me } from "@braidyn/leaderboard/api";
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { call } from "./api/call.ts";
import { Refusal } from "./api/refusal.ts";

interface Session {
  /** Null where nobody is logged in; undefined until the server has said so. */
  readonly me: Me | null | undefined;
  setMe(me: Me | null): void;
  logOut(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("outside of SessionProvider");
  return session;
}

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  useEffect(() => void whoAmI().then(setMe), []);
  const logOut = async () => {
    await call("logOut", {});
    setMe(null);
  };
  return <SessionContext.Provider value={{ me, setMe, logOut }}>{children}</SessionContext.Provider>;
}

/** Nobody where the server says so, and where it does not answer: what needs an account says it then. */
async function whoAmI(): Promise<Me | null> {
  try {
    return await call("getMe", {});
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const ChallengesContext = createContext<readonly Challenge[]>([]);
export const ChallengesProvider = ChallengesContext.Provider;
export const useChallenges = (): readonly Challenge[] => useContext(ChallengesContext);
