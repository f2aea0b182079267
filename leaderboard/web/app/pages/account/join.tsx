import type { InvitationView, NewToken, Team } from "@braidyn/leaderboard/api";
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { CopyField, Field, Form } from "../../parts/fields.tsx";
import { Notice, ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { Page } from "../../parts/page.tsx";
import { Link, useRoute } from "../../route.tsx";
import { useChallenges, useSession } from "../../session.tsx";
import { useWords } from "../../words/language.tsx";
import { moment } from "../../words/time.ts";

interface Joined {
  readonly team: Team;
  readonly token: NewToken;
}

/** Where an invitation's link and its QR code lead: makes a team or joins one. */
export function JoinPage() {
  const { say } = useWords();
  const { hash, go } = useRoute();
  const [code] = useState(hash);
  const [joined, setJoined] = useState<Joined | null>(null);
  if (joined !== null) return <Welcome joined={joined} />;
  const finish = (next: Joined) => {
    go("/join", { replace: true }); // a used code is nobody's to find in the history
    setJoined(next);
  };
  return (
    <Page title={say("joinTitle")}>
      <div class="narrow">{code === "" ? <NoCode /> : <Invited code={code} onJoined={finish} />}</div>
    </Page>
  );
}

function NoCode() {
  const { say } = useWords();
  return (
    <ProblemNote problem={{ code: "NO_CODE", message: say("joinNoCode"), hint: say("joinNoCodeHint") }} />
  );
}

interface InvitedProps {
  readonly code: string;
  readonly onJoined: (joined: Joined) => void;
}

function Invited({ code, onJoined }: InvitedProps) {
  const { language } = useWords();
  const seen = useLoaded((signal) => call("readInvitation", { body: { code } }, signal), [code, language]);
  return (
    <WhenLoaded of={seen}>
      {(invitation) => <JoinForm code={code} invitation={invitation} onJoined={onJoined} />}
    </WhenLoaded>
  );
}

function JoinForm({ code, invitation, onJoined }: InvitedProps & { invitation: InvitationView }) {
  const { say, language } = useWords();
  const { setMe } = useSession();
  const action = useAction();
  const [name, setName] = useState("");
  const [label, setLabel] = useState("");
  const { team } = invitation;
  const join = () =>
    action.run(async () => {
      const joined = await call("join", { body: { code, label, ...(team === null ? { name } : {}) } });
      setMe(await call("getMe", {}));
      onJoined(joined);
    });
  return (
    <>
      <p>{team === null ? say("joinNewTeam") : say("joinTeam", { team: team.name })}</p>
      <Form label={say("joinTitle")} onSend={() => void join()}>
        {team === null ? (
          <Field
            label={say("teamName")}
            value={name}
            onValue={setName}
            input={{ required: true, maxLength: 200, autoComplete: "off" }}
          />
        ) : null}
        <Field
          label={say("tokenLabel")}
          hint={say("tokenLabelHint")}
          value={label}
          onValue={setLabel}
          input={{ maxLength: 200, autoComplete: "off" }}
        />
        <p>
          <button type="submit" class="primary" disabled={action.busy}>
            {say("joinButton")}
          </button>
        </p>
      </Form>
      <ProblemNote problem={action.problem} />
      <p class="hint">{say("joinExpires", { time: moment(invitation.expiresAt, language) })}</p>
    </>
  );
}

function Welcome({ joined: { team, token } }: { joined: Joined }) {
  const { say, language } = useWords();
  const [first] = useChallenges();
  const title = say("joined", { team: team.name });
  useEffect(() => document.getElementById("welcome")?.focus(), []);
  return (
    <Page title={title}>
      <div class="narrow" id="welcome" tabIndex={-1}>
        <Notice tone="warn">{say("keepToken")}</Notice>
        <CopyField label={say("token")} value={token.token} />
        <p class="hint">{say("tokenUntil", { time: moment(token.expiresAt, language) })}</p>
        {first === undefined ? null : (
          <p class="buttons">
            <Link class="button primary" to={`/submit/${first.id}`}>
              {say("goSubmit")}
            </Link>
            <Link class="button" to={`/board/${first.id}`}>
              {say("goBoard")}
            </Link>
          </p>
        )}
      </div>
    </Page>
  );
}
