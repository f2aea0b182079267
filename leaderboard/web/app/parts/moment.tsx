import { useWords } from "../words/language.tsx";
import { moment, shortMoment, viewerZone } from "../words/time.ts";

/** A moment in the viewer's zone, which it names; `short` where the zone stands beside the table. */
export function Moment({ at, short = false }: { at: string; short?: boolean }) {
  const { language } = useWords();
  const full = moment(at, language);
  return (
    <time dateTime={at} title={full}>
      {short ? shortMoment(at, language) : full}
    </time>
  );
}

/** A moment in the challenge's zone, and in the viewer's where that is another. */
export function TwoZones({ at, zone }: { at: string; zone: string }) {
  const { say, language } = useWords();
  const there = say("challengeZone", { time: moment(at, language, zone), zone });
  const here = say("viewerZone", { time: moment(at, language), zone: viewerZone() });
  if (moment(at, language, zone) === moment(at, language))
    return <time dateTime={at}>{moment(at, language, zone)}</time>;
  return (
    <time dateTime={at} class="two-zones">
      <span>{there}</span> <span>{here}</span>
    </time>
  );
}

/** Which zone the times of a table are in. */
export function ZoneNote() {
  const { say } = useWords();
  return <p class="hint">{say("timeZoneNote", { zone: viewerZone() })}</p>;
}
