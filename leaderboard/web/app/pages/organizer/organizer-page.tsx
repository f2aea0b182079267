import type { Challenge } from "@braidyn/leaderboard/api";
import { Gate } from "../../parts/gate.tsx";
import { Page } from "../../parts/page.tsx";
import { Link, useRoute } from "../../route.tsx";
import { useWords } from "../../words/language.tsx";
import { AnnouncementsSection } from "./announcements-section.tsx";
import { BoardsSection } from "./boards-section.tsx";
import { InvitationsSection } from "./invitations-section.tsx";
import { Overview } from "./overview.tsx";
import { TeamsSection } from "./teams-section.tsx";

/** Sections of the console by the last part of their path. */
const sections = {
  overview: Overview,
  boards: BoardsSection,
  teams: TeamsSection,
  invitations: InvitationsSection,
  announcements: AnnouncementsSection,
} as const;

type SectionName = keyof typeof sections;

/** The organizer's console. */
export function OrganizerPage({ challenge }: { challenge: Challenge }) {
  const { say, language } = useWords();
  const { rest } = useRoute();
  const named = rest[1] ?? "overview";
  const name = Object.hasOwn(sections, named) ? (named as SectionName) : "overview";
  const Section = sections[name];
  const names: Record<SectionName, string> = {
    overview: say("overview"),
    boards: say("boards"),
    teams: say("teams"),
    invitations: say("invitations"),
    announcements: say("announcementsSection"),
  };
  return (
    <Gate title={say("consoleTitle")} organizer>
      {() => (
        <Page title={say("sectionTitle", { section: names[name] })}>
          <p class="lead">{challenge.title[language]}</p>
          <nav aria-label={say("sections")}>
            <ul class="nav sections">
              {(Object.keys(sections) as SectionName[]).map((each) => (
                <li key={each}>
                  <Link
                    to={`/organizer/${challenge.id}/${each}`}
                    aria-current={each === name ? "page" : undefined}
                  >
                    {names[each]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Section challenge={challenge} />
        </Page>
      )}
    </Gate>
  );
}
