import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../words/language.tsx";
import { useRoute } from "../route.tsx";

let firstPage = true;

/** A page with its title; after a change of page the title has the focus, so that a screen reader begins there. */
export function Page({ title, aside, children }: PageProps) {
  const { say } = useWords();
  const { page, rest } = useRoute();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, [page, rest.join("/")]);
  useEffect(() => {
    document.title = `${title} – ${say("siteName")}`;
  }, [title, say]);
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </>
  );
}

interface PageProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}
