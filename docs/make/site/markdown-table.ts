/** A table in markdown; cells are markdown, in one line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** Text as markdown that shows it as it is, in a page that is a Vue template as well; `code` stays code. */
export function escaped(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? part : plain(part)))
    .join("");
}

function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]/g, (mark) => (mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : `\\${mark}`))
    .replaceAll("{{", "&#123;&#123;");
}
