import { languages } from "@braidyn/core";
import type { ComponentChildren } from "preact";
import { Announcements } from "./parts/announcements.tsx";
import { Link, useRoute } from "./route.tsx";
import { useChallenges, useSession } from "./session.tsx";
import { useWords } from "./words/language.tsx";
import { themes } from "./words/current-theme.ts";
import { useTheme } from "./words/theme.tsx";

/** Names of languages in themselves: who reads no other finds theirs. */
const languageNames = { en: "English", ja: "日本語" } as const;

/** Header, navigation and footer around a page. */
export function Shell({ challenge, children }: { challenge: string; children: ComponentChildren }) {
  const { say } = useWords();
  return (
    <>
      <a class="skip" href="#content">
        {say("skipToContent")}
      </a>
      <header class="top">
        <div class="top-row">
          <Link class="brand" to={`/board/${challenge}`}>
            <Logo name={say("siteName")} />
            <span aria-hidden="true">{say("siteName")}</span>
          </Link>
          <Account />
        </div>
        <div class="top-row second">
          <Navigation challenge={challenge} />
          <ChallengeChoice challenge={challenge} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Announcements />
        {children}
      </main>
      <footer class="bottom">
        <Settings />
      </footer>
    </>
  );
}

/** Three strands, one of which leads. */
function Logo({ name }: { name: string }) {
  return (
    <svg class="logo" viewBox="0 0 24 24" role="img" aria-label={name}>
      <path class="strand-a" d="M2 17c5 0 5-10 10-10s5 10 10 10" />
      <path class="strand-b" d="M2 7c5 0 5 10 10 10S17 7 22 7" />
      <path class="strand-c" d="M2 12h20" />
    </svg>
  );
}

function Navigation({ challenge }: { challenge: string }) {
  const { say } = useWords();
  const { me } = useSession();
  const { page } = useRoute();
  const pages = [
    ["board", say("navBoard")],
    ...(me?.role === "organizer" ? [] : [["submit", say("navSubmit")]]),
    ...(me?.role === "team" ? [["team", say("navTeam")]] : []),
    ...(me?.role === "organizer" ? [["organizer", say("navOrganizer")]] : []),
    ["projector", say("navProjector")],
  ] as const;
  return (
    <nav aria-label={say("navigation")}>
      <ul class="nav">
        {pages.map(([name = "", text]) => (
          <li key={name}>
            <Link to={`/${name}/${challenge}`} aria-current={page === name ? "page" : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ChallengeChoice({ challenge }: { challenge: string }) {
  const { say, language } = useWords();
  const { page, go } = useRoute();
  const challenges = useChallenges();
  if (challenges.length < 2) return null;
  const there = ["board", "submit", "team", "organizer"].includes(page) ? page : "board";
  return (
    <label class="choice">
      <span>{say("challenge")}</span>
      <select value={challenge} onChange={(event) => go(`/${there}/${event.currentTarget.value}`)}>
        {challenges.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[language]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Account() {
  const { say } = useWords();
  const { me, logOut } = useSession();
  const { go } = useRoute();
  if (me === undefined) return <div class="account" />;
  if (me === null)
    return (
      <div class="account">
        <Link class="button" to="/login">
          {say("logIn")}
        </Link>
      </div>
    );
  const leave = async () => {
    await logOut();
    go("/");
  };
  return (
    <div class="account">
      <span class="who">{me.role === "team" ? me.team.name : say("organizer")}</span>
      <button type="button" onClick={() => void leave()}>
        {say("logOut")}
      </button>
    </div>
  );
}

function Settings() {
  const { say, language, setLanguage } = useWords();
  const { theme, setTheme } = useTheme();
  const themeNames = { auto: say("themeAuto"), light: say("themeLight"), dark: say("themeDark") };
  return (
    <section class="settings" aria-label={say("settings")}>
      <div class="languages">
        {languages.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => setLanguage(each)}
          >
            {languageNames[each]}
          </button>
        ))}
      </div>
      <label class="choice">
        <span>{say("theme")}</span>
        <select
          value={theme}
          onChange={({ currentTarget: { value } }) =>
            setTheme(themes.find((each) => each === value) ?? "auto")
          }
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {themeNames[each]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
