import type { Team } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { CopyField } from "../../parts/fields.tsx";
import { ProblemNote } from "../../parts/notices.tsx";
import { QrCode } from "../../parts/qr.tsx";
import { useWords } from "../../words/language.tsx";

/** A link to this very team, for one more member. */
export function InviteMember({ team }: { team: Team }) {
  const { say } = useWords();
  const action = useAction();
  const [made, setMade] = useState<{ link: string; qr: string } | null>(null);
  const make = () =>
    action.run(async () =>
      setMade(await call("createInvitation", { body: { team: team.id, uses: 1, hours: 72 } })),
    );
  return (
    <section>
      <h2>{say("inviteTitle")}</h2>
      <p>{say("inviteIntro")}</p>
      <p>
        <button type="button" disabled={action.busy} onClick={() => void make()}>
          {say("inviteButton")}
        </button>
      </p>
      <ProblemNote problem={action.problem} />
      <div role="status">
        {made === null ? null : (
          <div class="secret">
            <p>{say("inviteOnce")}</p>
            <CopyField label={say("inviteLink")} value={made.link} />
            <QrCode svg={made.qr} />
          </div>
        )}
      </div>
    </section>
  );
}
