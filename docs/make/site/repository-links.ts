import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { docsFolder, repositoryFolder } from "./folders.ts";
import { gatheredPages } from "./gathered-pages.ts";
import { sections } from "./sidebar.ts";

/** What this uses of markdown-it, whose types are not installed. */
interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  tag: string;
  attrs: [string, string][] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: State) => void): void };
  };
}
interface State {
  readonly tokens: Token[];
  readonly env: { readonly relativePath?: string; readonly path?: string };
}

/**
 * Links of pages to files of the repository, which no site holds: a README that is a page here becomes that page,
 * anything else the file's address in the repository, or plain text where the repository has none.
 */
export function repositoryLinks(md: MarkdownIt): void {
  md.core.ruler.push("repository-links", ({ tokens, env }) => {
    const page = pageOf(env);
    if (page === null) return;
    for (const { children } of tokens) for (const link of linksIn(children ?? [])) point(link, page);
  });
}

function pageOf({ path, relativePath }: State["env"]): string | null {
  if (path?.startsWith(`${docsFolder}/`)) return path.slice(docsFolder.length + 1);
  return relativePath ?? null;
}

interface Link {
  readonly open: Token;
  readonly close: Token | undefined;
}

function linksIn(tokens: readonly Token[]): Link[] {
  return tokens.flatMap((open, i) =>
    open.type === "link_open"
      ? [{ open, close: tokens.slice(i).find(({ type }) => type === "link_close") }]
      : [],
  );
}

function point(link: Link, page: string): void {
  const href = link.open.attrGet("href") ?? "";
  if (isPlanned(href, page)) return makePlain(link, []);
  const gallery = galleryPage(href, page);
  if (gallery !== null) return link.open.attrSet("href", gallery);
  const target = targetInRepository(href, page);
  if (target === null) return;
  const address = pageFor(target.path, page) ?? addressInRepository(target.path);
  if (address !== null) link.open.attrSet("href", address + target.hash);
  else makePlain(link, [["title", target.path]]);
}

function makePlain({ open, close }: Link, attributes: [string, string][]): void {
  open.tag = "span";
  open.attrs = attributes;
  if (close !== undefined) close.tag = "span";
}

/** Whether a link means a page that has its place in the menu and is still to be written. */
export function isPlanned(href: string, page: string): boolean {
  const path = posix.join(posix.dirname(page), href.split("#")[0] ?? "");
  const name = path.replace(/^ja\//, "").replace(/\.md$/, "");
  return sections.some(({ pages }) => pages.includes(name)) && !existsSync(`${docsFolder}/${path}`);
}

/** The file that a relative link means, where it is none of the site's own. */
export function targetInRepository(href: string, page: string): { path: string; hash: string } | null {
  if (href === "" || /^(?:[a-z][a-z+.-]*:|\/|#)/i.test(href)) return null;
  const [file = "", hash] = href.split("#", 2);
  const path = posix.normalize(posix.join("docs", posix.dirname(page), decodeURI(file)));
  if (path.startsWith("docs/") && !path.startsWith("docs/make/") && /\.(?:md|html)$/.test(path)) return null;
  return { path: path.replace(/\/$/, ""), hash: hash === undefined ? "" : `#${hash}` };
}

/** The page that shows a file of the repository, in the language of the page that asks. */
function pageFor(path: string, page: string): string | null {
  const language = page.startsWith("ja/") ? "ja" : "en";
  const found = gatheredPages().filter(({ source }) => {
    return source === path || posix.dirname(source) === path;
  });
  const own = found.find((each) => each.language === language) ?? found[0];
  return own === undefined ? null : `/${own.page}`;
}

/** The gallery's README is its page, which stands under another name than its file. */
function galleryPage(href: string, page: string): string | null {
  const path = posix.join(posix.dirname(page), href);
  return /^(?:ja\/)?gallery\/(?:README\.md)?$/.test(path) ? `/${path.replace("README.md", "")}` : null;
}

function addressInRepository(path: string): string | null {
  const base = repositoryAddress();
  return base === null ? null : `${base}/blob/main/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Where the repository is published, as package.json says; null where it does not. */
function repositoryAddress(): string | null {
  const { repository } = JSON.parse(readFileSync(`${repositoryFolder}/package.json`, "utf8")) as {
    repository?: string | { url: string };
  };
  const url = typeof repository === "string" ? repository : repository?.url;
  return url?.replace(/^git\+/, "").replace(/\.git$/, "") ?? null;
}
