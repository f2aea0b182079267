import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Context } from "../context.ts";
import type { Shell } from "../shell.ts";

/** Where a user's own settings belong. Source: XDG Base Directory Specification. */
function tokensPath({ env }: Pick<Context, "env">): string {
  const settings = env["XDG_CONFIG_HOME"] || env["APPDATA"] || join(env["HOME"] || homedir(), ".config");
  return join(settings, "braidyn", "tokens.json");
}

async function readTokens(path: string): Promise<Map<string, string>> {
  try {
    const found = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
    return new Map(Object.entries(found).map(([server, token]) => [server, String(token)]));
  } catch {
    return new Map();
  }
}

/** The token that `braidyn join` got from this server. */
export async function keptToken(server: string, { context }: Shell): Promise<string | undefined> {
  return (await readTokens(tokensPath(context))).get(server);
}

/** Keeps a token where only this user reads it. @returns where. */
export async function keepToken(server: string, token: string, { context }: Shell): Promise<string> {
  const path = tokensPath(context);
  const tokens = await readTokens(path);
  tokens.set(server, token);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, `${JSON.stringify(Object.fromEntries(tokens), null, 2)}\n`, { mode: 0o600 });
  await rename(part, path);
  return path;
}
