import type { ComponentChildren, JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { useWords } from "../words/language.tsx";

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly input?: JSX.IntrinsicElements["input"];
}

/** A labelled line of input. */
export function Field({ label, hint, value, onValue, input = {} }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface FormProps {
  readonly onSend: () => void;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A form that the page itself sends. */
export function Form({ onSend, label, children }: FormProps) {
  const send = (event: Event) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form class="form" onSubmit={send} aria-label={label}>
      {children}
    </form>
  );
}

/** Something to copy. Where the browser gives no clipboard (a page without HTTPS) the text is selected and copied the old way. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { say } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    input.current?.select();
    setCopied(document.execCommand("copy"));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with-button">
        <input
          id={id}
          ref={input}
          class="mono"
          readOnly
          value={value}
          onFocus={(e) => e.currentTarget.select()}
        />
        <button type="button" onClick={copy}>
          {say("copy")}
        </button>
      </div>
      <div role="status" class="hint">
        {copied ? say("copied") : ""}
      </div>
    </div>
  );
}
