import { useState } from "preact/hooks";
import { call } from "../api/call.ts";
import { useLive } from "../api/live.tsx";
import { useLoaded } from "../api/use-loaded.ts";
import { useWords } from "../words/language.tsx";
import { Moment } from "./moment.tsx";

interface AnnouncementsProps {
  /** Only what was announced within so many minutes: a projector has nobody who closes the rest. */
  readonly recentMinutes?: number;
}

/** What organizers announced, the last two; a screen reader is told of a new one. */
export function Announcements({ recentMinutes = Infinity }: AnnouncementsProps) {
  const { say } = useWords();
  const { announcement } = useLive();
  const { value } = useLoaded((signal) => call("listAnnouncements", {}, signal), [], [announcement]);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const since = Date.now() - recentMinutes * 60_000;
  const shown = (value?.announcements ?? [])
    .filter(({ id, at }) => !closed.includes(id) && Date.parse(at) >= since)
    .slice(0, 2);
  return (
    <section class="announcements" role="status" aria-label={say("announcements")}>
      {shown.map(({ id, at, text }) => (
        <div class="announcement" key={id}>
          <p class="announced">{text}</p>
          <p class="announced-at">
            <Moment at={at} />
          </p>
          <button type="button" class="plain" onClick={() => setClosed([...closed, id])}>
            {say("close")}
          </button>
        </div>
      ))}
    </section>
  );
}
