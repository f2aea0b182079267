import { useState } from "preact/hooks";
import { call } from "../../api/call.ts";
import { useAction } from "../../api/use-action.ts";
import { Field, Form } from "../../parts/fields.tsx";
import { ProblemNote } from "../../parts/notices.tsx";
import { Page } from "../../parts/page.tsx";
import { useRoute } from "../../route.tsx";
import { useSession } from "../../session.tsx";
import { useWords } from "../../words/language.tsx";

/** With a token, for a session in a cookie. */
export function LogInPage() {
  const { say } = useWords();
  const { setMe } = useSession();
  const { go } = useRoute();
  const action = useAction();
  const [token, setToken] = useState("");
  const logIn = () =>
    action.run(async () => {
      setMe(await call("logIn", { body: { token: token.trim() } }));
      go("/");
    });
  return (
    <Page title={say("logInTitle")}>
      <div class="narrow">
        <p>{say("logInIntro")}</p>
        <Form label={say("logInTitle")} onSend={() => void logIn()}>
          <Field
            label={say("token")}
            value={token}
            onValue={setToken}
            input={{
              type: "password",
              name: "token",
              autoComplete: "current-password",
              required: true,
              maxLength: 200,
            }}
          />
          <p>
            <button type="submit" class="primary" disabled={action.busy}>
              {say("logIn")}
            </button>
          </p>
        </Form>
        <ProblemNote problem={action.problem} />
        <p class="quiet">{say("haveInvitation")}</p>
      </div>
    </Page>
  );
}
