import type { Challenge } from "@braidyn/leaderboard/api";
import { useId, useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Form } from "../../parts/fields.tsx";
import { Moment } from "../../parts/moment.tsx";
import { ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { useWords } from "../../words/language.tsx";
import { shortMoment } from "../../words/time.ts";

/** Tell everyone something, and take it back. */
export function AnnouncementsSection(_: { challenge: Challenge }) {
  const { say, language } = useWords();
  const { announcement } = useLive();
  const all = useLoaded((signal) => call("listAnnouncements", {}, signal), [], [announcement]);
  const action = useAction();
  const withdraw = (id: string) =>
    action.run(async () => {
      await call("withdrawAnnouncement", { params: { id } });
      all.reload();
    });
  return (
    <>
      <NewAnnouncement onMade={all.reload} />
      <ProblemNote problem={action.problem} />
      <WhenLoaded of={all}>
        {({ announcements }) =>
          announcements.length === 0 ? (
            <p class="quiet">{say("noAnnouncements")}</p>
          ) : (
            <ul class="plain-list">
              {announcements.map(({ id, at, text, by }) => (
                <li key={id}>
                  <p class="announced">{text}</p>
                  <p class="hint">
                    <Moment at={at} /> · {by}
                  </p>
                  <button
                    type="button"
                    class="small"
                    disabled={action.busy}
                    aria-label={say("withdrawOf", { time: shortMoment(at, language) })}
                    onClick={() => void withdraw(id)}
                  >
                    {say("withdraw")}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </>
  );
}

function NewAnnouncement({ onMade }: { onMade: () => void }) {
  const { say } = useWords();
  const id = useId();
  const action = useAction();
  const [text, setText] = useState("");
  const announce = () =>
    action.run(async () => {
      await call("announce", { body: { text } });
      setText("");
      onMade();
    });
  return (
    <section>
      <h2>{say("newAnnouncement")}</h2>
      <Form label={say("newAnnouncement")} onSend={() => void announce()}>
        <div class="field">
          <label for={id}>{say("announcementText")}</label>
          <textarea
            id={id}
            rows={3}
            required
            maxLength={2000}
            aria-describedby={`${id}-hint`}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p class="hint" id={`${id}-hint`}>
            {say("announcementHint")}
          </p>
        </div>
        <p>
          <button type="submit" class="primary" disabled={action.busy}>
            {say("announceButton")}
          </button>
        </p>
      </Form>
      <ProblemNote problem={action.problem} />
    </section>
  );
}
