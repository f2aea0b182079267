import type { Board, Challenge } from "@braidyn/leaderboard/api";
import { call } from "../../api/call.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Notice } from "../../parts/notices.tsx";
import { useWords } from "../../words/language.tsx";
import { moment } from "../../words/time.ts";

interface AboutBoardProps {
  readonly board: Board;
  readonly challenge: Challenge;
}

/** What the challenge asks, and how its board is to be read. */
export function AboutBoard({ board, challenge }: AboutBoardProps) {
  const { say, language } = useWords();
  const { limits } = challenge;
  return (
    <section class="about">
      {board.fewSubjects === null ? null : (
        <Notice tone="warn">{say("fewSubjects", { count: board.fewSubjects })}</Notice>
      )}
      <div class="columns">
        <div>
          <h2>{say("aboutChallenge")}</h2>
          <p>{challenge.description[language]}</p>
          <p>{say("limits", { perDay: limits.perDay, total: limits.total, zone: limits.timeZone })}</p>
        </div>
        <div>
          <h2>{say("howToRead")}</h2>
          <ul>
            <li>{say(board.tie === "indistinguishable" ? "tieIndistinguishable" : "tieEqual")}</li>
            {board.board === "public" ? <li>{say("moveRule")}</li> : null}
            <li>{say("controlsMeaning")}</li>
            <li>
              ✓ {say("verified")}: {say("verifiedMeaning")}
            </li>
          </ul>
          {board.rejudged === null ? null : (
            <p>
              {say("rejudgedAt", {
                time: moment(board.rejudged.at, language),
                reason: board.rejudged.reason,
              })}
            </p>
          )}
          <Receipts version={board.version} />
        </div>
      </div>
    </section>
  );
}

function Receipts({ version }: { version: string }) {
  const { say } = useWords();
  const { value } = useLoaded((signal) => call("getReceiptHead", {}, signal), [], [version]);
  if (value === null || value.sha256 === null) return null;
  return <p class="receipts">{say("receipts", { count: value.number, digest: value.sha256 })}</p>;
}
