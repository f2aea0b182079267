import type { Challenge } from "@braidyn/leaderboard/api";
import { Gate } from "../../parts/gate.tsx";
import { Notice } from "../../parts/notices.tsx";
import { Page } from "../../parts/page.tsx";
import { Link } from "../../route.tsx";
import { useWords } from "../../words/language.tsx";
import { InviteMember } from "./invite-member.tsx";
import { OwnSubmissions } from "./own-submissions.tsx";

/** A team's own things. */
export function TeamPage({ challenge }: { challenge: Challenge }) {
  const { say, language } = useWords();
  return (
    <Gate title={say("navTeam")}>
      {(me) =>
        me.role === "organizer" ? (
          <Page title={say("navTeam")}>
            <Notice tone="warn">{say("organizersSubmit")}</Notice>
          </Page>
        ) : (
          <Page
            title={say("teamTitle", { team: me.team.name })}
            aside={
              <Link class="button primary" to={`/submit/${challenge.id}`}>
                {say("goSubmit")}
              </Link>
            }
          >
            <p class="lead">{challenge.title[language]}</p>
            <OwnSubmissions challenge={challenge} />
            <InviteMember team={me.team} />
          </Page>
        )
      }
    </Gate>
  );
}
