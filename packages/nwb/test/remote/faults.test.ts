import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { faultKinds } from "../../../../test/dandi-server/faults.ts";
import { openSession, remoteSource } from "../../src/index.ts";
import { sessionFixture } from "../session-fixtures.ts";
import { fullSession, putFile, useArchive } from "./archive.ts";

const archive = useArchive(async (folder) => {
  await fullSession(folder);
  for (const name of ["shrinking", "small"]) putFile(folder, sessionFixture("quirks").path, `${name}.nwb`);
  writeFileSync(`${folder}/empty.nwb`, "");
});
const full = () => archive.server.asset("task-day11");
const url = (part: string) => archive.server.downloadUrl(archive.server.asset(part));

/** Bytes of the file, read in pieces of 300 kB. */
async function readAll(address: string, idleTimeoutMs = 250): Promise<Uint8Array> {
  const source = await remoteSource(address, { ...archive.options, idleTimeoutMs });
  const bytes = new Uint8Array(source.size);
  const starts = Array.from({ length: Math.ceil(source.size / 300_000) }, (_, i) => i * 300_000);
  // Every other piece first, so that neighbours are not joined to one request.
  const halves = [starts.filter((_, i) => i % 2 === 0), starts.filter((_, i) => i % 2 === 1)];
  for (const half of halves) {
    await Promise.all(half.map((at) => source.read(bytes.subarray(at, at + 300_000), at)));
  }
  source.close();
  return bytes;
}

test.each(faultKinds)("one answer in twenty going wrong (%s) changes no byte", async (kind) => {
  archive.server.behaviour.faults = { [kind]: 0.05 };
  const bytes = await readAll(archive.server.downloadUrl(full()));
  expect(Buffer.compare(bytes, readFileSync(full().file))).toBe(0);
});

test("one in twenty going wrong in each of five ways changes no value", async () => {
  archive.server.behaviour.faults = Object.fromEntries(faultKinds.map((kind) => [kind, 0.05]));
  const local = await openSession(full().file);
  const remote = await openSession(archive.server.downloadUrl(full()), {
    ...archive.options,
    idleTimeoutMs: 250,
  });
  expect(await remote.dff()).toEqual(await local.dff());
  expect(await remote.trials()).toEqual(await local.trials());
  expect(await remote.raw.sensor("lever")).toEqual(await local.raw.sensor("lever"));
  local.close();
  remote.close();
});

test("what arrived before a break is not fetched again", async () => {
  const source = await remoteSource(archive.server.downloadUrl(full()), archive.options);
  archive.forget();
  archive.server.behaviour.faults = { truncated: 1 };
  const target = new Uint8Array(4_000_000);
  const reading = source.read(target, 1_000_000);
  await expect.poll(() => archive.server.requests.length).toBeGreaterThan(2);
  archive.server.behaviour.faults = {};
  await reading;
  source.close();
  expect(Buffer.compare(target, readFileSync(full().file).subarray(1_000_000, 5_000_000))).toBe(0);
  expect(archive.sent()).toBeLessThan(4_100_000);
});

test("a server that is down is given up with NWB_UNREACHABLE, after several attempts", async () => {
  archive.server.behaviour.faults = { reset: 1 };
  const opening = openSession(archive.server.presigned(full()), { ...archive.options, attempts: 4 });
  await expect(opening).rejects.toMatchObject({ code: "NWB_UNREACHABLE", parameters: { attempts: 4 } });
  expect(archive.server.requests).toHaveLength(4);
});

test("a server that asks for more patience than two minutes is given up at once", async () => {
  Object.assign(archive.server.behaviour, { faults: { "429": 1 }, retryAfter: "3600" });
  const opening = openSession(archive.server.presigned(full()), archive.options);
  await expect(opening).rejects.toMatchObject({ code: "NWB_UNREACHABLE" });
  expect(archive.server.requests).toHaveLength(1);
});

describe("a file that is replaced while it is read", () => {
  test("is noticed by its ETag", async () => {
    const { etag } = full();
    const session = await openSession(archive.server.downloadUrl(full()), archive.options);
    await session.trials();
    full().etag = '"0123456789abcdef0123456789abcdef-2"';
    await expect(session.raw.sensor("lever")).rejects.toMatchObject({ code: "NWB_CHANGED" });
    full().etag = etag;
    session.close();
  });

  test("is noticed by its length", async () => {
    const asset = archive.server.asset("shrinking");
    archive.server.behaviour.etags = false;
    const source = await remoteSource(archive.server.downloadUrl(asset), archive.options);
    truncateSync(asset.file, asset.size - 1000);
    asset.size -= 1000;
    const reading = source.read(new Uint8Array(2000), asset.size - 1000);
    await expect(reading).rejects.toMatchObject({ code: "NWB_CHANGED" });
    source.close();
  });
});

describe("a server that does not do what it should", () => {
  test("by ignoring ranges is not made to send the whole file", async () => {
    archive.server.behaviour.ranges = "ignored";
    archive.server.behaviour.bytesPerSecond = 4e6;
    await expect(openSession(archive.server.presigned(full()), archive.options)).rejects.toMatchObject({
      code: "NWB_NO_RANGES",
    });
    await expect.poll(() => archive.server.requests.at(-1)?.status).toBe(200);
    expect(archive.sent()).toBeLessThan(5_000_000);
  });

  test("by sending other bytes is found out", async () => {
    const source = await remoteSource(url("small"), archive.options);
    for (const ranges of ["shifted", "too-long"] as const) {
      archive.server.behaviour.ranges = ranges;
      const reading = source.read(new Uint8Array(1000), 100_000);
      await expect(reading).rejects.toMatchObject({ code: "NWB_WRONG_ANSWER" });
    }
    source.close();
  });

  test("by having nothing there is told from one that refuses", async () => {
    const nothing = `${archive.server.apiUrl}/assets/00000000-0000-4000-8000-000000000000/download/`;
    await expect(openSession(nothing, archive.options)).rejects.toMatchObject({ code: "NWB_NOT_FOUND" });
    const forged = archive.server.presigned(full()).replace(/.$/, "!");
    await expect(openSession(forged, archive.options)).rejects.toMatchObject({ code: "NWB_DENIED" });
    await expect(openSession(url("empty"), archive.options)).rejects.toMatchObject({ code: "NWB_NOT_HDF5" });
  });

  test("by redirecting for ever, or to another protocol, is not followed", async () => {
    const targets = ["/again", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://"];
    for (const location of targets) {
      const server = createServer((_, response) => response.writeHead(302, { location }).end());
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      const { port } = server.address() as AddressInfo;
      const opening = openSession(`http://127.0.0.1:${port}/x.nwb`, archive.options);
      await expect(opening).rejects.toMatchObject({ code: "NWB_WRONG_ANSWER" });
      server.close();
    }
  });
});

describe("a server that does not say where a range lies", () => {
  const bytes = readFileSync(sessionFixture("quirks").path);
  /** Answers ranges without `Content-Range`, as a page of another origin sees them; versions come and go. */
  const serve = async (versions: readonly Record<string, string>[], head: number) => {
    let answers = 0;
    const server = createServer((request, response) => {
      const [from = 0, to = 0] = (/\d+-\d+/.exec(request.headers.range ?? "")?.[0] ?? "")
        .split("-")
        .map(Number);
      const version = versions[Math.min(answers++, versions.length - 1)];
      if (request.method === "HEAD")
        return response.writeHead(head, { "content-length": bytes.length }).end();
      return response.writeHead(206, version).end(bytes.subarray(from, to + 1));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/VG1GC-66_2023-08-21_task-day1.nwb`, close: () => server.close() };
  };
  const date = (second: number) => new Date(1e12 + second * 1000).toUTCString();

  test("is asked for the length with HEAD", async () => {
    const server = await serve([{}], 200);
    const session = await openSession(server.url, archive.options);
    expect(session.id).toMatchObject({ subject: "VG1-GC#66", day: 1 });
    session.close();
    server.close();
  });

  test("and refuses HEAD leaves it to the caller", async () => {
    const server = await serve([{}], 403);
    await expect(openSession(server.url, archive.options)).rejects.toMatchObject({ code: "NWB_NO_SIZE" });
    (await openSession(server.url, { ...archive.options, sizeBytes: bytes.length })).close();
    server.close();
  });

  test.each([
    ["the same ETag, weak or strong", [{ etag: '"a"' }, { etag: 'W/"a"' }], true],
    [
      "the same ETag, another date",
      [
        { etag: '"a"', "last-modified": date(0) },
        { etag: '"a"', "last-modified": date(1) },
      ],
      true,
    ],
    ["an ETag only at first", [{ etag: '"a"' }, {}], true],
    ["another ETag", [{ etag: '"a"' }, { etag: '"b"' }], false],
    ["another date and no ETag", [{ "last-modified": date(0) }, { "last-modified": date(1) }], false],
  ])("that gives %s is taken for what it is", async (_, versions, isSame) => {
    const server = await serve(versions as Record<string, string>[], 200);
    const source = await remoteSource(server.url, { ...archive.options, sizeBytes: bytes.length });
    const reading = source.read(new Uint8Array(100), bytes.length - 100);
    if (isSame) await reading;
    else await expect(reading).rejects.toMatchObject({ code: "NWB_CHANGED" });
    source.close();
    server.close();
  });
});

test("a presigned address that has expired is asked for again", async () => {
  const session = await openSession(archive.server.downloadUrl(full()), archive.options);
  await session.trials();
  archive.forget();
  archive.server.expire();
  const { data } = await session.raw.sensor("lever");
  session.close();
  expect(data.length).toBeGreaterThan(100_000);
  const renewed = archive.server.requests.filter(({ url: path }) => path.endsWith("/download/"));
  expect(renewed).toHaveLength(1);
});

test("an aborted signal ends opening and reading with its reason", async () => {
  archive.server.behaviour.faults = { stalled: 1 };
  const opening = new AbortController();
  const opened = openSession(url("small"), { ...archive.options, signal: opening.signal });
  setTimeout(() => opening.abort(new Error("enough")), 50);
  await expect(opened).rejects.toThrow("enough");

  archive.server.behaviour.faults = {};
  const reading = new AbortController();
  const session = await openSession(archive.server.downloadUrl(full()), {
    ...archive.options,
    signal: reading.signal,
  });
  await session.trials();
  archive.server.behaviour.faults = { stalled: 1 };
  const lever = session.raw.sensor("lever");
  setTimeout(() => reading.abort(), 50);
  await expect(lever).rejects.toMatchObject({ name: "AbortError" });
  await expect(session.raw.sensor("tone")).rejects.toMatchObject({ name: "AbortError" });
  session.close();
});

test("closing a session ends its requests", async () => {
  const session = await openSession(archive.server.downloadUrl(full()), archive.options);
  await session.trials();
  archive.server.behaviour.faults = { stalled: 1 };
  const lever = session.raw.sensor("lever");
  setTimeout(() => session.close(), 50);
  await expect(lever).rejects.toMatchObject({ code: "NWB_CLOSED" });
});
