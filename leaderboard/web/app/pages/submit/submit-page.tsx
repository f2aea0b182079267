import type { Challenge } from "@braidyn/leaderboard/api";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useLoaded } from "../../api/use-loaded.ts";
import { Gate } from "../../parts/gate.tsx";
import { Notice, WhenLoaded } from "../../parts/notices.tsx";
import { Page } from "../../parts/page.tsx";
import { QuotaLine } from "../../parts/quota-line.tsx";
import { useWords } from "../../words/language.tsx";
import { BoardState } from "../board/board-state.tsx";
import { SubmitForm } from "./submit-form.tsx";

/** Where a team drops its file. */
export function SubmitPage({ challenge }: { challenge: Challenge }) {
  const { say, language } = useWords();
  return (
    <Gate title={say("submitTitle")}>
      {(me) => (
        <Page title={say("submitTitle")}>
          <p class="lead">{challenge.title[language]}</p>
          <BoardState challenge={challenge} />
          {me.role === "organizer" ? (
            <Notice tone="warn">{say("organizersSubmit")}</Notice>
          ) : (
            <TeamSubmits challenge={challenge} />
          )}
        </Page>
      )}
    </Gate>
  );
}

function TeamSubmits({ challenge }: { challenge: Challenge }) {
  const { say } = useWords();
  const { submission } = useLive();
  const own = useLoaded(
    (signal) => call("listSubmissions", { params: { challenge: challenge.id }, query: { limit: 1 } }, signal),
    [challenge.id],
    [submission],
  );
  return (
    <WhenLoaded of={own}>
      {({ quota }) => (
        <>
          {quota === null ? null : <QuotaLine quota={quota} />}
          {challenge.state.open ? null : <Notice tone="warn">{say("closedNow")}</Notice>}
          <SubmitForm challenge={challenge} />
        </>
      )}
    </WhenLoaded>
  );
}
