import type { Quota } from "@braidyn/leaderboard/api";
import { useWords } from "../words/language.tsx";
import { TwoZones } from "./moment.tsx";

/** How much may still be sent, and when the day begins anew: in the challenge's zone and here. */
export function QuotaLine({ quota: { day, total, timeZone } }: { quota: Quota }) {
  const { say, around } = useWords();
  const [before, behind] = around("quotaResets", "time");
  const left = ({ used, limit }: { used: number; limit: number }) => Math.max(0, limit - used);
  return (
    <div class="quota">
      <p>
        <strong>{say("quotaToday", { left: left(day), limit: day.limit })}</strong>
        {" · "}
        {say("quotaTotal", { left: left(total), limit: total.limit })}
      </p>
      <p class="hint">
        {before}
        <TwoZones at={day.resetsAt} zone={timeZone} />
        {behind}
      </p>
    </div>
  );
}
