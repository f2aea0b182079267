import type { Challenge, TeamView } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useLive } from "../../api/live.tsx";
import { useAction } from "../../api/use-action.ts";
import { useLoaded } from "../../api/use-loaded.ts";
import { Field, Form } from "../../parts/fields.tsx";
import { Moment, ZoneNote } from "../../parts/moment.tsx";
import { NewToken } from "../../parts/new-token.tsx";
import { ProblemNote, WhenLoaded } from "../../parts/notices.tsx";
import { Head, Table } from "../../parts/tables.tsx";
import { TokenTable } from "../../parts/token-table.tsx";
import { useWords } from "../../words/language.tsx";

/** Teams, and everyone's tokens. */
export function TeamsSection(_: { challenge: Challenge }) {
  const { say } = useWords();
  const { submission } = useLive();
  const teams = useLoaded((signal) => call("listTeams", {}, signal), [], [submission]);
  return (
    <>
      <WhenLoaded of={teams}>
        {(loaded) =>
          loaded.teams.length === 0 ? (
            <p class="quiet">{say("noTeams")}</p>
          ) : (
            <TeamTable teams={loaded.teams} onChange={teams.reload} />
          )
        }
      </WhenLoaded>
      <ZoneNote />
      <Tokens teams={teams.value?.teams ?? []} />
    </>
  );
}

interface TeamTableProps {
  readonly teams: readonly TeamView[];
  readonly onChange: () => void;
}

function TeamTable({ teams, onChange }: TeamTableProps) {
  const { say } = useWords();
  const [renamed, setRenamed] = useState<TeamView | null>(null);
  const action = useAction();
  const change = (id: string, body: { name?: string; suspended?: boolean }) =>
    action.run(async () => {
      await call("changeTeam", { params: { id }, body });
      setRenamed(null);
      onChange();
    });
  return (
    <>
      <Table
        caption={say("teams")}
        head={
          <>
            <Head>{say("team")}</Head>
            <Head className="number">{say("submissions")}</Head>
            <Head className="wide-only">{say("teamCreated")}</Head>
            <Head>{say("logAction")}</Head>
          </>
        }
      >
        {teams.map((team) => (
          <TeamRow
            key={team.id}
            team={team}
            busy={action.busy}
            rename={() => setRenamed(team)}
            suspend={(suspended) => void change(team.id, { suspended })}
          />
        ))}
      </Table>
      {renamed === null ? null : (
        <Rename
          key={renamed.id}
          team={renamed}
          save={(name) => void change(renamed.id, { name })}
          cancel={() => setRenamed(null)}
        />
      )}
      <ProblemNote problem={action.problem} />
    </>
  );
}

interface TeamRowProps {
  readonly team: TeamView;
  readonly busy: boolean;
  readonly rename: () => void;
  readonly suspend: (suspended: boolean) => void;
}

function TeamRow({ team, busy, rename, suspend }: TeamRowProps) {
  const { say } = useWords();
  const { name, createdAt, suspendedAt, submissions } = team;
  const out = suspendedAt !== null;
  return (
    <tr>
      <th scope="row" class="name">
        {name} {out ? <span class="tag bad">{say("suspended")}</span> : null}
      </th>
      <td class="number">{submissions}</td>
      <td class="wide-only">
        <Moment at={createdAt} short />
      </td>
      <td>
        <span class="links">
          <button type="button" class="small" aria-label={say("renameOf", { team: name })} onClick={rename}>
            {say("rename")}
          </button>
          <button
            type="button"
            class="small"
            disabled={busy}
            aria-label={say(out ? "unsuspendOf" : "suspendOf", { team: name })}
            onClick={() => suspend(!out)}
          >
            {say(out ? "unsuspend" : "suspend")}
          </button>
        </span>
      </td>
    </tr>
  );
}

interface RenameProps {
  readonly team: TeamView;
  readonly save: (name: string) => void;
  readonly cancel: () => void;
}

function Rename({ team, save, cancel }: RenameProps) {
  const { say } = useWords();
  const [name, setName] = useState(team.name);
  return (
    <Form label={say("renameOf", { team: team.name })} onSend={() => save(name)}>
      <Field
        label={say("newName", { team: team.name })}
        value={name}
        onValue={setName}
        input={{ required: true, maxLength: 200, ref: (input: HTMLInputElement | null) => input?.focus() }}
      />
      <p class="buttons">
        <button type="submit" class="primary">
          {say("save")}
        </button>
        <button type="button" onClick={cancel}>
          {say("cancel")}
        </button>
      </p>
    </Form>
  );
}

function Tokens({ teams }: { teams: readonly TeamView[] }) {
  const { say } = useWords();
  const [team, setTeam] = useState("");
  const tokens = useLoaded((signal) => call("listTokens", {}, signal), []);
  return (
    <section>
      <h2>{say("allTokens")}</h2>
      <WhenLoaded of={tokens}>
        {(loaded) => <TokenTable tokens={loaded.tokens} onChange={tokens.reload} whose />}
      </WhenLoaded>
      <h3>{say("tokenNew")}</h3>
      <label class="choice">
        <span>{say("tokenFor")}</span>
        <select value={team} onChange={(event) => setTeam(event.currentTarget.value)}>
          <option value="">{say("anotherOrganizer")}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <NewToken key={team} team={team === "" ? undefined : team} onMade={tokens.reload} />
    </section>
  );
}
