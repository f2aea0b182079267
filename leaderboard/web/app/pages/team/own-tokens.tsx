import type { Team } from "@braidyn/leaderboard/api";
import { call } from "../../api/call.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { NewToken } from "../../parts/new-token.tsx";
import { TokenTable } from "../../parts/token-table.tsx";
import { WhenLoaded } from "../../parts/notices.tsx";
import { useWords } from "../../words/language.tsx";

/** A team's tokens: one for each device, and for the command. */
export function OwnTokens({ team }: { team: Team }) {
  const { say } = useWords();
  const tokens = useLoaded((signal) => call("listTokens", {}, signal), [team.id]);
  // a server whose tokens only organizers list: then there is nothing to show
  if (tokens.problem?.code === "LEADERBOARD_FORBIDDEN") return null;
  return (
    <section>
      <h2>{say("tokensTitle")}</h2>
      <WhenLoaded of={tokens}>
        {(loaded) => <TokenTable tokens={loaded.tokens} onChange={tokens.reload} whose={false} />}
      </WhenLoaded>
      <NewToken team={team.id} onMade={tokens.reload} />
    </section>
  );
}
