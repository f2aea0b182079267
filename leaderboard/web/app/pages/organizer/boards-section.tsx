import type { Challenge } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { Field, Form } from "../../parts/fields.tsx";
import { ProblemNote, Status } from "../../parts/notices.tsx";
import { useWords } from "../../words/language.tsx";
import { BoardState } from "../board/board-state.tsx";
import { Rejudging } from "./rejudging.tsx";

/** Freeze, reveal, score again. */
export function BoardsSection({ challenge }: { challenge: Challenge }) {
  return (
    <>
      <BoardState challenge={challenge} />
      {challenge.state.revealedAt === null ? (
        <div class="columns">
          <Freeze challenge={challenge} />
          <Reveal challenge={challenge} />
        </div>
      ) : null}
      <Rejudging challenge={challenge} />
    </>
  );
}

function Freeze({ challenge: { id, state } }: { challenge: Challenge }) {
  const { say } = useWords();
  const action = useAction();
  const [reason, setReason] = useState("");
  const frozen = state.frozenAt !== null;
  const change = () =>
    action.run(async () => {
      await call("freeze", { params: { challenge: id }, body: { frozen: !frozen, reason } });
      setReason("");
    });
  return (
    <section>
      <h2>{say("freezeTitle")}</h2>
      <p>{say("freezeIntro")}</p>
      <Form label={say("freezeTitle")} onSend={() => void change()}>
        <Field
          label={say("reason")}
          hint={say("reasonHint")}
          value={reason}
          onValue={setReason}
          input={{ required: true, maxLength: 500 }}
        />
        <p>
          <button type="submit" disabled={action.busy}>
            {say(frozen ? "unfreezeButton" : "freezeButton")}
          </button>
        </p>
      </Form>
      <Status>{say(frozen ? "frozenNow" : "unfrozenNow")}</Status>
      <ProblemNote problem={action.problem} />
    </section>
  );
}

function Reveal({ challenge: { id } }: { challenge: Challenge }) {
  const { say } = useWords();
  const action = useAction();
  const [confirm, setConfirm] = useState("");
  const reveal = () => action.run(() => call("reveal", { params: { challenge: id }, body: { confirm } }));
  return (
    <section>
      <h2>{say("revealTitle")}</h2>
      <p>{say("revealIntro")}</p>
      <Form label={say("revealTitle")} onSend={() => void reveal()}>
        <Field
          label={say("revealConfirm", { challenge: id })}
          value={confirm}
          onValue={setConfirm}
          input={{
            required: true,
            maxLength: 64,
            autoComplete: "off",
            autoCapitalize: "off",
            spellcheck: false,
          }}
        />
        <p>
          <button type="submit" class="danger" disabled={action.busy || confirm !== id}>
            {say("revealButton")}
          </button>
        </p>
      </Form>
      <Status>{action.done ? say("revealDone") : null}</Status>
      <ProblemNote problem={action.problem} />
    </section>
  );
}
