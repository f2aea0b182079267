import type { Challenge, Invitation } from "@braidyn/leaderboard/api";
import { useRef, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { CopyField, Field, Form } from "../../parts/fields.tsx";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { QrCode } from "../../parts/qr.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { useWords } from "../../words/language.tsx";
import { shortMoment } from "../../words/time.ts";

/** Links and QR codes by which teams come in. */
export function InvitationsSection(_: { challenge: Challenge }) {
  const { say } = useWords();
  const invitations = useLoaded((signal) => call("listInvitations", {}, signal), []);
  return (
    <>
      <NewInvitation onMade={invitations.reload} />
      <WhenLoaded of={invitations}>
        {(loaded) =>
          loaded.invitations.length === 0 ? (
            <p class="quiet">{say("noInvitations")}</p>
          ) : (
            <InvitationTable invitations={loaded.invitations} onChange={invitations.reload} />
          )
        }
      </WhenLoaded>
    </>
  );
}

function NewInvitation({ onMade }: { onMade: () => void }) {
  const { say } = useWords();
  const action = useAction();
  const [uses, setUses] = useState("40");
  const [hours, setHours] = useState("72");
  const [made, setMade] = useState<{ link: string; qr: string } | null>(null);
  const make = () =>
    action.run(async () => {
      setMade(await call("createInvitation", { body: { uses: Number(uses), hours: Number(hours) } }));
      onMade();
    });
  return (
    <section>
      <h2>{say("newInvitation")}</h2>
      <Form label={say("newInvitation")} onSend={() => void make()}>
        <div class="field-row">
          <Field
            label={say("inviteUses")}
            value={uses}
            onValue={setUses}
            input={{ type: "number", min: 1, max: 500, step: 1, required: true }}
          />
          <Field
            label={say("inviteHours")}
            value={hours}
            onValue={setHours}
            input={{ type: "number", min: 1, max: 9600, step: 1, required: true }}
          />
        </div>
        <p>
          <button type="submit" class="primary" disabled={action.busy}>
            {say("inviteMake")}
          </button>
        </p>
      </Form>
      <ProblemNote problem={action.problem} />
      <div role="status">{made === null ? null : <Made {...made} />}</div>
    </section>
  );
}

function Made({ link, qr }: { link: string; qr: string }) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div class="secret">
      <p>{say("inviteOnce")}</p>
      <CopyField label={say("inviteLink")} value={link} />
      <QrCode svg={qr} />
      <p>
        <button type="button" onClick={() => dialog.current?.showModal()}>
          {say("bigQr")}
        </button>
      </p>
      <dialog ref={dialog} aria-label={say("inviteQr")}>
        <QrCode svg={qr} large />
        <p>
          <button type="button" onClick={() => dialog.current?.close()}>
            {say("close")}
          </button>
        </p>
      </dialog>
    </div>
  );
}

interface InvitationTableProps {
  readonly invitations: readonly Invitation[];
  readonly onChange: () => void;
}

function InvitationTable({ invitations, onChange }: InvitationTableProps) {
  const { say, language } = useWords();
  const action = useAction();
  const revoke = (id: string) =>
    action.run(async () => {
      await call("revokeInvitation", { params: { id } });
      onChange();
    });
  return (
    <>
      <ProblemNote problem={action.problem} />
      <Table
        caption={say("invitations")}
        head={
          <>
            <Head>{say("invitationFor")}</Head>
            <Head className="number">{say("usesLeft")}</Head>
            <Head>{say("expires")}</Head>
            <Head className="wide-only">{say("created")}</Head>
            <Head>{say("tokenRevoke")}</Head>
          </>
        }
      >
        {invitations.map(({ id, team, usesLeft, expiresAt, revokedAt, createdAt }) => (
          <tr key={id}>
            <th scope="row">{team?.name ?? say("aNewTeam")}</th>
            <td class="number">{usesLeft}</td>
            <td>
              <Moment at={expiresAt} short />
            </td>
            <td class="wide-only">
              <Moment at={createdAt} short />
            </td>
            <td>
              {revokedAt === null ? (
                <button
                  type="button"
                  class="small"
                  disabled={action.busy}
                  aria-label={say("revokeInvitationOf", { time: shortMoment(createdAt, language) })}
                  onClick={() => void revoke(id)}
                >
                  {say("tokenRevoke")}
                </button>
              ) : (
                <span class="quiet">{say("tokenRevoked")}</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <ZoneNote />
    </>
  );
}
