import { useEffect } from "preact/hooks";
import { call } from "./api/call.ts";
import { LiveProvider, useLive } from "./api/live.tsx";
import { useLoaded } from "./api/use-loaded.ts";
import { Notice, WhenLoaded } from "./parts/notices.tsx";
import { Page } from "./parts/page.tsx";
import { JoinPage } from "./pages/account/join.tsx";
import { LogInPage } from "./pages/account/log-in.tsx";
import { BoardPage } from "./pages/board/board-page.tsx";
import { OrganizerPage } from "./pages/organizer/organizer-page.tsx";
import { ProjectorPage } from "./pages/projector/projector-page.tsx";
import { SubmissionPage } from "./pages/submission/submission-page.tsx";
import { SubmitPage } from "./pages/submit/submit-page.tsx";
import { TeamPage } from "./pages/team/team-page.tsx";
import { Link, RouteProvider, useRoute } from "./route.tsx";
import { ChallengesProvider, SessionProvider, useChallenges, useSession } from "./session.tsx";
import { Shell } from "./shell.tsx";
import { keep, kept } from "./words/kept.ts";
import { useWords, WordsProvider } from "./words/language.tsx";
import { ThemeProvider } from "./words/theme.tsx";

export function App() {
  return (
    <WordsProvider>
      <ThemeProvider>
        <RouteProvider>
          <SessionProvider>
            <LivePages />
          </SessionProvider>
        </RouteProvider>
      </ThemeProvider>
    </WordsProvider>
  );
}

function LivePages() {
  const { me } = useSession();
  const who = me?.role === "team" ? me.team.id : (me?.role ?? "");
  return (
    <LiveProvider who={who}>
      <WithChallenges who={who} />
    </LiveProvider>
  );
}

function WithChallenges({ who }: { who: string }) {
  const { language } = useWords();
  const { challenge } = useLive();
  const loaded = useLoaded((signal) => call("listChallenges", {}, signal), [], [challenge, who, language]);
  const challenges = loaded.value?.challenges ?? [];
  return (
    <ChallengesProvider value={challenges}>
      <Pages loading={loaded} />
    </ChallengesProvider>
  );
}

/** Pages that are about one challenge, which their path names. */
const ofChallenge = {
  board: BoardPage,
  submit: SubmitPage,
  team: TeamPage,
  organizer: OrganizerPage,
  projector: ProjectorPage,
} as const;

/** Pages that are about none. */
const others = { login: LogInPage, join: JoinPage, submissions: SubmissionPage } as const;

function Pages({ loading }: { loading: ReturnType<typeof useLoaded<unknown>> }) {
  const { page, rest, go } = useRoute();
  const challenges = useChallenges();
  const named = Object.hasOwn(ofChallenge, page) ? rest[0] : undefined;
  const id = useChallengeId(named);
  const chosen = challenges.find((each) => each.id === (named ?? id));
  useEffect(() => {
    if (page === "" && id !== "") go(`/board/${id}`, { replace: true });
  }, [page, id]);
  if (page === "projector" && chosen !== undefined) return <ProjectorPage challenge={chosen} />;
  return <Shell challenge={id}>{contents()}</Shell>;

  function contents() {
    if (Object.hasOwn(others, page)) {
      const Other = others[page as keyof typeof others];
      return <Other />;
    }
    if (chosen !== undefined && Object.hasOwn(ofChallenge, page)) {
      const Chosen = ofChallenge[page as keyof typeof ofChallenge];
      return <Chosen key={chosen.id} challenge={chosen} />;
    }
    return (
      <WhenLoaded of={loading}>
        {() => (challenges.length === 0 ? <NoChallenges /> : <NoPage to={id} />)}
      </WhenLoaded>
    );
  }
}

/** The challenge that the path names, else the one last looked at, else the first; "" while there is none. */
function useChallengeId(named: string | undefined): string {
  const challenges = useChallenges();
  const known = (name: string | null | undefined) => challenges.find(({ id }) => id === name)?.id;
  const id = known(named) ?? known(kept("challenge")) ?? challenges[0]?.id ?? "";
  useEffect(() => {
    if (id !== "" && id === named) keep("challenge", id);
  }, [id, named]);
  return id;
}

function NoChallenges() {
  const { say } = useWords();
  return (
    <Page title={say("noChallenges")}>
      <p>{say("noChallengesHint")}</p>
    </Page>
  );
}

function NoPage({ to }: { to: string }) {
  const { say } = useWords();
  const { page } = useRoute();
  if (page === "") return null;
  return (
    <Page title={say("noPage")}>
      <Notice>
        <Link to={`/board/${to}`}>{say("noPageHint")}</Link>
      </Notice>
    </Page>
  );
}
