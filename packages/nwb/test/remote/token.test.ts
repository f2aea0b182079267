import { expect, test } from "vitest";
import { listDandiAssets, openSession } from "../../src/index.ts";
import { sessionFixture } from "../session-fixtures.ts";
import { listed, putFile, useArchive } from "./archive.ts";

const token = "0123456789abcdef";
const fill = (folder: string) =>
  putFile(folder, sessionFixture("quirks").path, "VG1GC-66_2023-08-21_task-day1.nwb");
const embargoed = useArchive(fill, { token });
/** Stands for any other host that a redirect or a listing may name. */
const other = useArchive(fill);

/** Everything that any server was sent beside the API of the embargoed set. */
const strangers = () => [
  ...embargoed.server.requests.filter(({ server }) => server === "store"),
  ...other.server.requests,
];
const tokensSeen = () => strangers().filter((request) => JSON.stringify(request).includes(token));
const withToken = () => ({ ...embargoed.options, token });

test("an embargoed session needs the token, which nobody but the API gets to see", async () => {
  const url = embargoed.server.downloadUrl(embargoed.server.asset("task-day1"));
  await expect(openSession(url, embargoed.options)).rejects.toMatchObject({ code: "NWB_DENIED" });
  const session = await openSession(url, withToken());
  await session.trials();
  await session.masks();
  embargoed.server.expire();
  await session.raw.sensor("lever").catch(() => undefined);
  session.close();
  expect(strangers().length).toBeGreaterThan(0);
  expect(tokensSeen()).toEqual([]);
  const asked = embargoed.server.requests.filter(({ server }) => server === "api");
  expect(asked.some(({ headers }) => headers.authorization === `token ${token}`)).toBe(true);
});

test("the token does not go along with a redirect, a next page or an address of another host", async () => {
  const asset = embargoed.server.asset("task-day1");
  const elsewhere = other.server.downloadUrl(other.server.asset("task-day1"));
  embargoed.server.behaviour.apiAnswers = {
    "/download/": { status: 302, body: "", headers: { location: elsewhere } },
    "/assets/?": {
      body: JSON.stringify({ count: 1, next: `${other.server.apiUrl}/x`, previous: null, results: [] }),
    },
  };
  (await openSession(embargoed.server.downloadUrl(asset), withToken())).close();
  (await openSession(elsewhere, withToken())).close();
  const listing = listed(listDandiAssets("001425", "draft", {}, withToken()));
  await expect(listing).rejects.toMatchObject({ code: "DANDI_ANSWER" });
  expect(other.server.requests.length).toBeGreaterThan(2);
  expect(tokensSeen()).toEqual([]);
});

test("a token in the environment is used, and never printed", async () => {
  process.env["DANDI_API_KEY"] = ` ${token}\n`;
  try {
    (
      await openSession(embargoed.server.downloadUrl(embargoed.server.asset("task-day1")), embargoed.options)
    ).close();
    process.env["DANDI_API_KEY"] = `“${token}”`;
    const refused = openSession("dandi:001425/x.nwb", embargoed.options);
    await expect(refused).rejects.toMatchObject({ code: "DANDI_TOKEN" });
    await refused.catch((error: Error) => expect(String(error)).not.toContain(token));
  } finally {
    delete process.env["DANDI_API_KEY"];
  }
});
