import { rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { createClient } from "@braidyn/leaderboard/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeEventBundle, type EventBundle } from "./support/event-bundle.ts";
import {
  bytesOf,
  ended,
  joinTeam,
  pause,
  send,
  startEvent,
  type TestEvent,
  type TestTeam,
} from "./support/event.ts";

const challenge = "tiny-event";
const params = { challenge };
let bundle: EventBundle;
let event: TestEvent;
let alpha: TestTeam;
let beta: TestTeam;
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };

beforeAll(async () => {
  bundle = await makeEventBundle();
  event = await startEvent({ bundles: [bundle.folder], clock });
  alpha = await joinTeam(event, "Alpha");
  beta = await joinTeam(event, "Beta");
});
afterAll(async () => {
  // whatever was tried, it lives
  expect(await (await fetch(`${event.server.url}/healthz`)).json()).toMatchObject({ status: "ok" });
  await event.stop();
  await rm(join(bundle.folder, ".."), { recursive: true, force: true });
});

const post = (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(`${event.server.url}${path}`, { method: "POST", body, headers });
const json = { "content-type": "application/json" };
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe("tokens", () => {
  test("are kept as hashes only", async () => {
    const { db } = event.server.platform;
    const rows = await db.selectFrom("tokens").selectAll().execute();
    const invitations = await db.selectFrom("invitations").selectAll().execute();
    const stored = JSON.stringify([rows, invitations]);
    for (const { token } of [alpha, beta]) expect(stored).not.toContain(token.slice(13, 30));
    expect(rows.every(({ hash }) => hash.length === 32)).toBe(true);
  });

  test.each([
    ["none", undefined, "LEADERBOARD_TOKEN_MISSING"],
    ["no token at all", "x", "LEADERBOARD_TOKEN"],
    ["another's shape", `braidyn_team_${"a".repeat(43)}`, "LEADERBOARD_TOKEN"],
  ])("%s is refused", async (_, token, code) => {
    const client = createClient({ url: event.server.url, token });
    await expect(client.call("getMe", {})).rejects.toMatchObject({ code });
  });

  test("expire, and with them the sessions that they opened", async () => {
    const { token } = await event.organizer.call("createToken", { body: { team: alpha.id, days: 1 } });
    const cookie = await logIn(token);
    ahead = 23 * 3600_000;
    expect((await withCookie("/api/me", cookie)).status).toBe(200);
    ahead = 25 * 3600_000;
    expect(await codeOf(await withCookie("/api/me", cookie))).toBe("LEADERBOARD_TOKEN_EXPIRED");
    const late = createClient({ url: event.server.url, token }).call("getMe", {});
    await expect(late).rejects.toMatchObject({ code: "LEADERBOARD_TOKEN_EXPIRED" });
    ahead = 0;
  });

  test("that were revoked are refused at once, and the sessions that they opened end", async () => {
    const { id, token } = await event.organizer.call("createToken", { body: { team: alpha.id } });
    const cookie = await logIn(token);
    const others = beta.client.call("revokeToken", { params: { id } });
    await expect(others).rejects.toMatchObject({ code: "LEADERBOARD_NOT_FOUND" });
    await event.organizer.call("revokeToken", { params: { id } });
    const revoked = createClient({ url: event.server.url, token }).call("getMe", {});
    await expect(revoked).rejects.toMatchObject({ code: "LEADERBOARD_TOKEN_REVOKED" });
    expect((await withCookie("/api/me", cookie)).status).toBe(401);
  });

  test("invitations are used up, expire and can be revoked; a name that is refused uses nothing", async () => {
    const invite = async (body: object) => {
      const { invitation, link } = await event.organizer.call("createInvitation", { body });
      return { id: invitation.id, code: new URL(link).hash.slice(1) };
    };
    const join = (code: string, name: string) =>
      createClient({ url: event.server.url }).call("join", { body: { code, name } });
    const one = await invite({ uses: 1 });
    await expect(join(one.code, "<script>alert(1)</script>")).rejects.toMatchObject({
      code: "LEADERBOARD_NAME",
    });
    await expect(join(one.code, '=HYPERLINK("http://evil","x")')).rejects.toMatchObject({
      code: "LEADERBOARD_NAME",
    });
    await expect(join(one.code, "ＡＬＰＨＡ")).rejects.toMatchObject({ code: "LEADERBOARD_NAME_TAKEN" });
    await join(one.code, "Gamma");
    await expect(join(one.code, "Delta")).rejects.toMatchObject({ code: "LEADERBOARD_INVITATION" });
    const revoked = await invite({ uses: 9 });
    await event.organizer.call("revokeInvitation", { params: { id: revoked.id } });
    await expect(join(revoked.code, "Delta")).rejects.toMatchObject({ code: "LEADERBOARD_INVITATION" });
    const short = await invite({ hours: 1 });
    ahead = 2 * 3600_000;
    await expect(join(short.code, "Delta")).rejects.toMatchObject({ code: "LEADERBOARD_INVITATION" });
    ahead = 0;
    const shared = await invite({ uses: 2 });
    const raced = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => join(shared.code, `Racer ${n}`)));
    expect(raced.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  });
});

describe("teams", () => {
  test("see nothing of one another's submissions", async () => {
    const { submission } = await send(alpha, challenge, bundle.predictions(0.3, "secret"));
    await ended(alpha.client, submission.id);
    const { id } = submission;
    await expect(beta.client.call("getSubmission", { params: { id } })).rejects.toMatchObject({
      code: "LEADERBOARD_NOT_FOUND",
    });
    for (const board of ["validation", "public", "private"] as const) {
      for (const route of ["getReport", "getReceipt"] as const) {
        const stolen = beta.client.fetchBytes(route, { params: { id, board } });
        await expect(stolen).rejects.toMatchObject({ code: "LEADERBOARD_NOT_FOUND" });
      }
    }
    const file = beta.client.fetchBytes("downloadSubmission", { params: { id } });
    await expect(file).rejects.toMatchObject({ code: "LEADERBOARD_NOT_FOUND" });
    const asked = await beta.client.call("listSubmissions", { params, query: { team: alpha.id } });
    expect(asked.submissions).toEqual([]);
    const final = beta.client.call("setFinals", { params, body: { submissions: [id] } });
    await expect(final).rejects.toMatchObject({ code: "LEADERBOARD_FINALS" });
  });

  test("see nothing of private scores before the reveal, nor of one another's uploads", async () => {
    const { submissions } = await alpha.client.call("listSubmissions", { params });
    const hidden = submissions[0]!.results.find(({ board }) => board === "private");
    expect(hidden).toMatchObject({ score: null, low: null, high: null, report: false });
    const report = alpha.client.fetchBytes("getReport", {
      params: { id: submissions[0]!.id, board: "private" },
    });
    await expect(report).rejects.toMatchObject({ code: "LEADERBOARD_REPORT_HIDDEN" });
    const body = { name: "x.csv", bytes: 10, sha256: "0".repeat(64) };
    const upload = await alpha.client.call("startUpload", { params, body });
    const stolen = beta.client.call("getUpload", { params: { id: upload.id } });
    await expect(stolen).rejects.toMatchObject({ code: "LEADERBOARD_NOT_FOUND" });
  });

  test.each(["listTeams", "listTokens", "listInvitations", "getConsole"] as const)(
    "may not call %s",
    async (route) => {
      await expect(alpha.client.call(route, {})).rejects.toMatchObject({ code: "LEADERBOARD_FORBIDDEN" });
    },
  );

  test("may not conduct the event", async () => {
    const tries = [
      alpha.client.call("freeze", { params, body: { frozen: true, reason: "x" } }),
      alpha.client.call("reveal", { params, body: { confirm: challenge } }),
      alpha.client.call("rejudge", { params, body: { reason: "x" } }),
      alpha.client.call("announce", { body: { text: "x" } }),
      alpha.client.call("createToken", { body: {} }),
      alpha.client.call("changeTeam", { params: { id: beta.id }, body: { suspended: true } }),
      alpha.client.call("addBaseline", { params, query: { name: "x" }, bytes: bytesOf("x") }),
    ];
    const codes = await Promise.all(
      tries.map((tried) => tried.catch((error: { code: string }) => error.code)),
    );
    expect(codes).toEqual(tries.map(() => "LEADERBOARD_FORBIDDEN"));
    const foreign = alpha.client.call("createInvitation", { body: { team: beta.id } });
    await expect(foreign).rejects.toMatchObject({ code: "LEADERBOARD_FORBIDDEN" });
  });

  test("that are suspended can read and not send", async () => {
    const gone = await joinTeam(event, "Suspended");
    await event.organizer.call("changeTeam", { params: { id: gone.id }, body: { suspended: true } });
    await expect(send(gone, challenge, "x")).rejects.toMatchObject({ code: "LEADERBOARD_SUSPENDED" });
    expect(await gone.client.call("getMe", {})).toMatchObject({ role: "team" });
  });
});

describe("what is sent", () => {
  test("beyond the limit is refused while it comes, wherever the length is said", async () => {
    const large = new Uint8Array(1_200_000).fill(48);
    const refused = alpha.client.call("submit", { params, bytes: large });
    await expect(refused).rejects.toMatchObject({ code: "LEADERBOARD_UPLOAD_SIZE" });
    const endless = new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536)) });
    const response = await fetch(`${event.server.url}/api/challenges/${challenge}/submissions`, {
      ...{ method: "POST", body: endless, duplex: "half" as const },
      headers: { authorization: `Bearer ${alpha.token}`, "content-type": "text/csv" },
    });
    expect(await codeOf(response)).toBe("LEADERBOARD_UPLOAD_SIZE");
    const { db } = event.server.platform;
    const { bytes } = await db
      .selectFrom("blob_pieces")
      .select(({ fn }) => fn.coalesce(fn.max("start"), fn.sum("start")).as("bytes"))
      .executeTakeFirstOrThrow();
    expect(Number(bytes ?? 0)).toBeLessThan(1_000_000);
  });

  test("models and code are refused where no worker can run them", async () => {
    const closed = await startEvent({ bundles: [bundle.folder], clock, workers: 0 });
    try {
      const team = await joinTeam(closed, "Coders");
      const model = team.client.call("submit", { params, query: { kind: "model" }, bytes: bytesOf("x") });
      await expect(model).rejects.toMatchObject({ code: "LEADERBOARD_KIND" });
      const { submission } = await send(team, challenge, bundle.predictions(0.3, "closed"));
      expect(submission.status).toBe("queued");
    } finally {
      await closed.stop();
    }
  });

  test("empty or other than announced is refused and not counted", async () => {
    const before = await beta.client.call("listSubmissions", { params });
    await expect(send(beta, challenge, "")).rejects.toMatchObject({ code: "LEADERBOARD_UPLOAD_EMPTY" });
    const other = beta.client.call("submit", {
      params,
      query: { sha256: "0".repeat(64) },
      bytes: bytesOf("x"),
    });
    await expect(other).rejects.toMatchObject({ code: "LEADERBOARD_UPLOAD_DIGEST" });
    expect(await beta.client.call("listSubmissions", { params })).toEqual(before);
  });

  test.each([
    ["__proto__", '{"token":"x","__proto__":{"role":"organizer"}}'],
    ["constructor.prototype", '{"token":"x","constructor":{"prototype":{"role":"organizer"}}}'],
    ["an unknown key", '{"token":"x","role":"organizer"}'],
    ["another type", '{"token":["x"]}'],
    ["no JSON", "{"],
    ["deep nesting", "[".repeat(50_000)],
  ])("JSON with %s is refused", async (_, body) => {
    const response = await post("/api/session", body, json);
    expect([response.status, await codeOf(response)]).toEqual([400, "LEADERBOARD_REQUEST"]);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  test("a body that is too large, a form, and text are refused", async () => {
    const large = await post("/api/session", JSON.stringify({ token: "x".repeat(100_000) }), json);
    expect([large.status, await codeOf(large)]).toEqual([413, "LEADERBOARD_BODY_SIZE"]);
    const form = await post("/api/session", new URLSearchParams({ token: "x" }));
    expect(form.status).toBe(400);
    expect((await post("/api/session", '{"token":"x"}', { "content-type": "text/plain" })).status).toBe(400);
  });

  test("file names are text: of a path, of markup, of control characters nothing is left that does anything", async () => {
    const name = "../../etc/<img src=x onerror=alert(1)>\u0000\u202e.csv";
    const { submission } = await send(beta, challenge, bundle.predictions(0.3, "names"), name);
    expect(submission.fileName).toBe("../../etc/<img src=x onerror=alert(1)>.csv");
    expect(await ended(beta.client, submission.id)).toMatchObject({ status: "scored" });
    const file = await fetch(`${event.server.url}/api/submissions/${submission.id}/file`, {
      headers: { authorization: `Bearer ${beta.token}` },
    });
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="[0-9a-f]{12}"$/);
  });

  test("identifiers are looked up, never made into anything else", async () => {
    for (const path of [
      "/api/submissions/1;drop%20table%20teams",
      "/api/submissions/..%2f..%2fetc%2fpasswd",
      "/api/challenges/%27%20or%201=1/board",
      `/api/challenges/${"a".repeat(290)}/board`,
      "/assets/../../../../etc/passwd",
      "/assets/%2e%2e/%2e%2e/etc/passwd",
    ]) {
      const response = await fetch(`${event.server.url}${path}`, {
        headers: { authorization: `Bearer ${alpha.token}` },
      });
      // a page's address is answered with the page
      expect(await response.text()).not.toContain("root:");
      expect(path.startsWith("/api") ? [400, 404] : [200, 404]).toContain(response.status);
    }
    expect(await event.organizer.call("listTeams", {})).toMatchObject({ teams: expect.any(Array) });
  });
});

describe("browsers", () => {
  test("get a cookie that scripts and other sites cannot use, and headers that let nothing else in", async () => {
    const response = await post("/api/session", JSON.stringify({ token: alpha.token }), json);
    expect(response.headers.get("set-cookie")).toMatch(/; Path=\/; .*HttpOnly; SameSite=Strict/);
    const policy = response.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await fetch(event.server.url)).headers.get("content-security-policy")).toBe(policy);
  });

  test("a request that another page makes them send changes nothing", async () => {
    const cookie = await logIn(alpha.token);
    const forge = (headers: Record<string, string>) =>
      fetch(`${event.server.url}/api/challenges/${challenge}/finals`, {
        ...{ method: "PUT", body: '{"submissions":[]}' },
        headers: { ...json, cookie, ...headers },
      });
    for (const origin of ["https://evil.example", "null", `${event.server.url}.evil.example`]) {
      expect(await codeOf(await forge({ origin }))).toBe("LEADERBOARD_ORIGIN");
    }
    expect(await codeOf(await forge({}))).toBe("LEADERBOARD_ORIGIN");
    expect((await forge({ origin: event.server.url })).status).toBe(200);
    const logInElsewhere = await post("/api/session", JSON.stringify({ token: alpha.token }), {
      ...json,
      origin: "https://evil.example",
    });
    expect(await codeOf(logInElsewhere)).toBe("LEADERBOARD_ORIGIN");
  });

  test("log out, and the cookie is worth nothing any more", async () => {
    const cookie = await logIn(alpha.token);
    const out = await fetch(`${event.server.url}/api/session`, {
      ...{ method: "DELETE", headers: { cookie, origin: event.server.url } },
    });
    expect(out.status).toBe(204);
    expect((await withCookie("/api/me", cookie)).status).toBe(401);
    expect(await alpha.client.call("getMe", {})).toMatchObject({ role: "team" });
  });
});

describe("floods", () => {
  test("10,000 log-ins with wrong tokens: refused, then slowed down, and those with right ones still come in", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => wrongTokens(500, n)));
    const statuses = answers.flat();
    expect(statuses).toHaveLength(10_000);
    expect([...new Set(statuses)].sort()).toEqual(["401", "429"]);
    expect(statuses.filter((status) => status === "429").length).toBeGreaterThan(9000);
    expect(await alpha.client.call("getMe", {})).toMatchObject({ role: "team" });
    const logIns = await Promise.all(
      Array.from({ length: 300 }, () =>
        post("/api/session", JSON.stringify({ token: "x" }), json).then(({ status }) => status),
      ),
    );
    expect(logIns).toContain(429);
    expect(logIns).not.toContain(200);
  });

  /** Sends so many requests over one connection, all at once, and tells the statuses. */
  function wrongTokens(count: number, from: number): Promise<string[]> {
    const { hostname, port } = new URL(event.server.url);
    const requests = Array.from({ length: count }, (_, n) => {
      const token = `braidyn_team_${String(from * count + n).padStart(43, "0")}`;
      return `GET /api/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`;
    });
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      const parts: Buffer[] = [];
      socket.on("error", reject);
      socket.on("data", (data) => parts.push(data));
      const look = setInterval(() => {
        const text = Buffer.concat(parts).toString();
        const found = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status!);
        if (found.length < count) return;
        clearInterval(look);
        socket.destroy();
        resolve(found);
      }, 300);
      socket.write(requests.join(""));
    });
  }

  test("requests that come a byte at a time are cut off, and others are answered meanwhile", async () => {
    const { hostname, port } = new URL(event.server.url);
    const cut = (head: string) =>
      new Promise<number>((resolve) => {
        const socket = connect(Number(port), hostname);
        const begun = Date.now();
        socket.write(head);
        const drip = setInterval(() => socket.write("x"), 500);
        socket.on("error", () => {});
        socket.on("close", () => {
          clearInterval(drip);
          resolve(Date.now() - begun);
        });
      });
    const line = `POST /api/session HTTP/1.1\r\nHost: x\r\n`;
    const loris = [
      ...Array.from({ length: 50 }, () => cut(`${line}X-Slow: `)),
      ...Array.from({ length: 50 }, () =>
        cut(`${line}Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`),
      ),
    ];
    await pause(200);
    expect((await fetch(`${event.server.url}/healthz`)).status).toBe(200);
    await Promise.all(loris); // every one of them ends
  });

  test("a team that sends too fast is told to wait", async () => {
    const hasty = await joinTeam(event, "Hasty").catch(() => null);
    const team = hasty ?? beta;
    const answers = await Promise.all(
      Array.from({ length: 90 }, () =>
        send(team, challenge, "").then(String, (error: { code: string }) => error.code),
      ),
    );
    expect(answers.filter((code) => code === "LEADERBOARD_RATE").length).toBeGreaterThan(10);
  });
});

async function logIn(token: string): Promise<string> {
  const response = await post("/api/session", JSON.stringify({ token }), json);
  expect(response.status).toBe(200);
  return response.headers.get("set-cookie")!.split(";")[0]!;
}

const withCookie = (path: string, cookie: string) =>
  fetch(`${event.server.url}${path}`, { headers: { cookie } });
