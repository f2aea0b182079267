import type { TokenView } from "@braidyn/leaderboard/api";
import { call } from "../api/call.ts";
import { useAction } from "../api/use-action.ts";
import { useWords } from "../words/language.tsx";
import { Moment } from "./moment.tsx";
import { ProblemNote } from "./notices.tsx";
import { Head, Table } from "./tables.tsx";

interface TokenTableProps {
  readonly tokens: readonly TokenView[];
  readonly onChange: () => void;
  /** Whether to name each one's owner. */
  readonly whose: boolean;
}

export function TokenTable({ tokens, onChange, whose }: TokenTableProps) {
  const { say } = useWords();
  const action = useAction();
  const revoke = (id: string) =>
    action.run(async () => {
      await call("revokeToken", { params: { id } });
      onChange();
    });
  if (tokens.length === 0) return <p class="quiet">{say("none")}</p>;
  return (
    <>
      <ProblemNote problem={action.problem} />
      <Table
        caption={say("tokensTitle")}
        head={
          <>
            {whose ? <Head>{say("whose")}</Head> : null}
            <Head>{say("tokenLabelColumn")}</Head>
            <Head>{say("tokenExpires")}</Head>
            <Head className="wide-only">{say("tokenLastUsed")}</Head>
            <Head>{say("tokenRevoke")}</Head>
          </>
        }
      >
        {tokens.map((token) => (
          <tr key={token.id}>
            {whose ? <th scope="row">{token.team?.name ?? say("organizer")}</th> : null}
            <td>{token.label === "" ? "–" : token.label}</td>
            <td>
              <Moment at={token.expiresAt} short />
            </td>
            <td class="wide-only">
              {token.lastUsedAt === null ? say("never") : <Moment at={token.lastUsedAt} short />}
            </td>
            <td>
              {token.revokedAt === null ? (
                <button
                  type="button"
                  class="small"
                  aria-label={say("tokenRevokeOf", { label: token.label })}
                  disabled={action.busy}
                  onClick={() => void revoke(token.id)}
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
    </>
  );
}
