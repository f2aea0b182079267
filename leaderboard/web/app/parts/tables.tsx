import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface TableProps {
  readonly caption: string;
  /** Whether the caption is seen; screen readers always have it. */
  readonly captionShown?: boolean;
  readonly className?: string;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A table that scrolls within itself where it is wider than the page. */
export function Table({ caption, captionShown = false, className = "", head, children }: TableProps) {
  const id = useId();
  return (
    <div class="table-box" role="region" aria-labelledby={id} tabIndex={0}>
      <table class={className}>
        <caption id={id} class={captionShown ? "" : "unseen"}>
          {caption}
        </caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

type Cell = { readonly children?: ComponentChildren; readonly className?: string };

export const Head = ({ children, className }: Cell) => (
  <th scope="col" class={className}>
    {children}
  </th>
);
