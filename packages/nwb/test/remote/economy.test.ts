import { expect, test } from "vitest";
import { openSession } from "../../src/index.ts";
import { fullSession, useArchive } from "./archive.ts";

const archive = useArchive(fullSession);
const asset = () => {
  const { assetId, path, size } = archive.server.asset("task-day11");
  return { dandiset: "001425", version: "draft", assetId, path, sizeBytes: size };
};

test("dF/F, its clock, trials and regions take at most 35 requests", async () => {
  const session = await openSession(asset(), archive.options);
  const [dff] = await Promise.all([session.dff(), session.trials()]);
  session.close();
  expect(dff.regions).toHaveLength(44);
  expect(archive.server.requests.length).toBeLessThanOrEqual(35);
  expect(archive.sent()).toBeLessThan(dff.data.byteLength + 1.2e6);
});

test("two seconds of a raw signal take at most half a megabyte", async () => {
  const session = await openSession(asset(), archive.options);
  await session.trials();
  archive.forget();
  const lever = await session.raw.sensor("lever", { time: [10, 12] });
  session.close();
  expect(lever.data).toHaveLength(10_000);
  expect(archive.sent()).toBeLessThan(500_000);
});

test("a redirect is followed once; at most six requests run at once", async () => {
  let [running, most] = [0, 0];
  const counting: typeof fetch = async (...request) => {
    most = Math.max(most, ++running);
    try {
      const response = await fetch(...request);
      const body = await response.arrayBuffer();
      return new Response(body, response);
    } finally {
      running--;
    }
  };
  const session = await openSession(asset(), { ...archive.options, fetch: counting });
  const { sensors } = session.contents.raw;
  await Promise.all(sensors.map((name) => session.raw.sensor(name)));
  session.close();
  expect(archive.server.requests.filter(({ server }) => server === "api")).toHaveLength(1);
  expect(most).toBe(6);
});

test("long reads are fetched in parts of about 4 MB", async () => {
  const session = await openSession(
    archive.server.downloadUrl(archive.server.asset("task-day11")),
    archive.options,
  );
  await session.raw.sensor("lever");
  session.close();
  const most = Math.max(...archive.server.requests.map(({ bytes }) => bytes));
  expect(most).toBeLessThanOrEqual(5 * 1024 * 1024);
});
