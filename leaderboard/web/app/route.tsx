import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

/** Where one is: `/organizer/lever-pull/teams` is page "organizer", rest ["lever-pull", "teams"]. */
export interface Place {
  readonly page: string;
  readonly rest: readonly string[];
  /** What stands after "#", which is never sent to a server. */
  readonly hash: string;
}

interface Route extends Place {
  go(path: string, options?: { replace?: boolean }): void;
}

const RouteContext = createContext<Route | null>(null);

export function useRoute(): Route {
  const route = useContext(RouteContext);
  if (route === null) throw new Error("outside of RouteProvider");
  return route;
}

export function placeOf({ pathname, hash }: { pathname: string; hash: string }): Place {
  const [page = "", ...rest] = pathname
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  return { page, rest, hash: hash.slice(1) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function RouteProvider({ children }: { children: ComponentChildren }) {
  const [place, setPlace] = useState(() => placeOf(location));
  useEffect(() => {
    const read = () => setPlace(placeOf(location));
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);
  const go: Route["go"] = (path, { replace = false } = {}) => {
    if (replace) history.replaceState(null, "", path);
    else history.pushState(null, "", path);
    setPlace(placeOf(location));
    if (!replace) scrollTo(0, 0);
  };
  return <RouteContext.Provider value={{ ...place, go }}>{children}</RouteContext.Provider>;
}

interface LinkProps {
  readonly to: string;
  readonly class?: string;
  readonly "aria-current"?: "page" | undefined;
  readonly children: ComponentChildren;
}

/** A link within the page; with a modifier key it is the browser's, as every link. */
export function Link({ to, ...rest }: LinkProps) {
  const { go } = useRoute();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}
