import type { NewToken as Made } from "@braidyn/leaderboard/api";
import { useState } from "preact/hooks";
import { call } from "../api/call.ts";
import { useAction } from "../api/use-action.ts";
import { useWords } from "../words/language.tsx";
import { CopyField, Field, Form } from "./fields.tsx";
import { ProblemNote } from "./notices.tsx";

/** Makes a token of a team, or without one of another organizer, and shows it once. */
export function NewToken({ team, onMade }: { team: string | undefined; onMade: () => void }) {
  const { say } = useWords();
  const action = useAction();
  const [label, setLabel] = useState("");
  const [made, setMade] = useState<Made | null>(null);
  const make = () =>
    action.run(async () => {
      setMade(await call("createToken", { body: { label, ...(team === undefined ? {} : { team }) } }));
      setLabel("");
      onMade();
    });
  return (
    <>
      <Form label={say("tokenNew")} onSend={() => void make()}>
        <Field label={say("tokenLabel")} value={label} onValue={setLabel} input={{ maxLength: 200 }} />
        <p>
          <button type="submit" disabled={action.busy}>
            {say("tokenNew")}
          </button>
        </p>
      </Form>
      <ProblemNote problem={action.problem} />
      <div role="status">
        {made === null ? null : (
          <div class="secret">
            <p>{say("tokenOnce")}</p>
            <CopyField label={say("token")} value={made.token} />
          </div>
        )}
      </div>
    </>
  );
}
