import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** Something in the built site that leads nowhere. */
export interface DeadLink {
  /** `ja/glossary.html` */
  readonly page: string;
  /** As the page has it. */
  readonly address: string;
  readonly problem: "no such page" | "no such heading" | "from another server";
}

/**
 * Looks at every link, picture, script and style of every page of a built site: pages and headings must be there, and
 * nothing that a page is made of may come from elsewhere, so that it can be read without a network.
 */
export function checkSite(folder: string): DeadLink[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  const pages = new Map(
    names.map((name) => [name.split("\\").join("/"), readFileSync(join(folder, name), "utf8")]),
  );
  const anchors = new Map([...pages].map(([name, html]) => [name, anchorsOf(html)]));
  return [...pages].flatMap(([page, html]) => [
    ...linksOf(html, page, folder, anchors),
    ...partsOf(html, page, folder),
  ]);
}

type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => unescaped(id)));
}

function linksOf(html: string, page: string, folder: string, anchors: Anchors): DeadLink[] {
  const addresses = [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href = ""]) => unescaped(href));
  return [...new Set(addresses)].flatMap((address): DeadLink[] => {
    if (/^[a-z][a-z+.-]*:/i.test(address)) return [];
    const { file, hash } = targetOf(address, page, folder);
    if (file === null) return [{ page, address, problem: "no such page" }];
    const known = anchors.get(file);
    if (hash === "" || known === undefined || known.has(hash)) return [];
    return [{ page, address, problem: "no such heading" }];
  });
}

/** What the page is made of: pictures, scripts, styles. */
function partsOf(html: string, page: string, folder: string): DeadLink[] {
  const parts = [
    ...html.matchAll(/<(?:img|script|source|iframe|video)\s[^>]*?src="([^"]*)"/g),
    ...html.matchAll(/<link\s[^>]*?href="([^"]*)"/g),
  ].map(([, src = ""]) => unescaped(src));
  return [...new Set(parts)].flatMap((address): DeadLink[] => {
    if (address.startsWith("data:")) return [];
    if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(address))
      return [{ page, address, problem: "from another server" }];
    return targetOf(address, page, folder).file === null ? [{ page, address, problem: "no such page" }] : [];
  });
}

/** The file in the site that an address means, null where there is none. */
function targetOf(address: string, page: string, folder: string): { file: string | null; hash: string } {
  const [path = "", hash = ""] = address.split("#", 2);
  const at = decodeURI(path.split("?")[0] ?? "");
  const name =
    at === ""
      ? page
      : posix.normalize(at.startsWith("/") ? at.slice(1) : posix.join(posix.dirname(page), at));
  const found = [name, `${name}.html`, posix.join(name, "index.html")].find(
    (each) => existsSync(join(folder, each)) && /\.\w+$/.test(each),
  );
  return { file: found ?? null, hash: decodeURIComponent(hash) };
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
