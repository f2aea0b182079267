import type { Me } from "@braidyn/leaderboard/api";
import type { ComponentChildren } from "preact";
import { Link } from "../route.tsx";
import { useSession } from "../session.tsx";
import { useWords } from "../words/language.tsx";
import { Notice } from "./notices.tsx";
import { Page } from "./page.tsx";

interface GateProps {
  readonly title: string;
  readonly organizer?: boolean;
  readonly children: (me: Me) => ComponentChildren;
}

/** Shows a page to members, or to organizers alone, and to others how to become one. */
export function Gate({ title, organizer = false, children }: GateProps) {
  const { say } = useWords();
  const { me } = useSession();
  if (me === undefined) return <p class="quiet">{say("loading")}</p>;
  if (me !== null && (!organizer || me.role === "organizer")) return <>{children(me)}</>;
  return (
    <Page title={title}>
      <Notice tone="warn">
        <p class="notice-title">{say(organizer ? "organizersOnly" : "membersOnly")}</p>
        <p>{say(organizer ? "organizersOnlyHint" : "membersOnlyHint")}</p>
      </Notice>
      <p>
        <Link class="button primary" to="/login">
          {say("logIn")}
        </Link>
      </p>
    </Page>
  );
}
