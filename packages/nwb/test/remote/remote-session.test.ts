import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { openHdf5 } from "../../src/open-hdf5.ts";
import { findDandiAsset, openSession, parseDandiName, remoteSource, type Session } from "../../src/index.ts";
import { sessionFixtures } from "../session-fixtures.ts";
import { fullSession, putFile, useArchive } from "./archive.ts";

const hdf5 = new URL("../../../../test/fixtures/hdf5/", import.meta.url);
const archive = useArchive(async (folder) => {
  await fullSession(folder);
  for (const { name, path } of sessionFixtures) putFile(folder, path, `${name}/${basename(path)}`);
  putFile(folder, new URL("filters.h5", hdf5).pathname, "filters.nwb");
});

const full = () => archive.server.asset("task-day11");

/** All that a session holds, but for the place it came from. */
async function everything(session: Session): Promise<unknown> {
  const { contents, regions, id } = session;
  const { path: _, ...info } = session.info;
  const clocks = await Promise.all(
    [session.raw, session].map(async (clock, i) => {
      const listed = i === 0 ? contents.raw : contents.downsampled;
      const sensors = await Promise.all(listed.sensors.map((name) => clock.sensor(name)));
      const points = await Promise.all(
        Object.entries(listed.keypoints).flatMap(([view, names]) =>
          names.map((name) => clock.keypoint(view, name)),
        ),
      );
      return {
        sensors,
        points,
        pupil: listed.pupil ? await clock.pupil() : null,
        trials: listed.trials ? await clock.trials() : null,
      };
    }),
  );
  const dff = await Promise.all(contents.dff.map((signal) => session.dff({ signal })));
  const masks = await Promise.all(contents.masks.map((channel) => session.masks({ channel })));
  return withDigests({ info, contents, regions, clocks, dff, masks, id });
}

/** Arrays by their kind and digest: comparing millions of numbers one by one takes long. */
function withDigests(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return `${value.constructor.name} ${createHash("sha256").update(bytes).digest("hex")}`;
  }
  if (Array.isArray(value)) return value.map(withDigests);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withDigests(each)]));
}

test("a session on a network is the session on the disk, to the last value", async () => {
  const local = await openSession(full().file);
  const remote = await openSession(archive.server.downloadUrl(full()), archive.options);
  expect(remote.info).toMatchObject({ subject: "VG1-GC#51", type: "task", day: 11 });
  expect(remote.info.session).toBe(local.info.session);
  expect(await everything(remote)).toEqual(await everything(local));
  local.close();
  remote.close();
});

const names = sessionFixtures.map(({ name }) => name);
test.each(names)("%s reads the same over a network, its contents looked up completely", async (name) => {
  const { path, file } = archive.server.asset(`${name}/`);
  const options = { ...archive.options, listing: "complete" as const };
  const sessions = [
    await openSession(file),
    await openSession(`dandi:001425/${path}`, options),
    await openSession(new File([readFileSync(file)], basename(file))),
  ];
  const [local, ...others] = await Promise.all(sessions.map(everything));
  for (const other of others)
    expect({ ...(other as object), id: null }).toEqual({ ...(local as object), id: null });
  for (const session of sessions) session.close();
});

describe("a session is opened by", () => {
  const expected = { subject: "VG1-GC#51", type: "task", day: 11 };

  test("the archive's download address", async () => {
    const session = await openSession(new URL(archive.server.downloadUrl(full())), archive.options);
    expect(session.id).toMatchObject(expected);
    session.close();
  });

  test.each(["dandi:001425", "dandi:001425@draft", "DANDI:001425@0.250331.1234"])(
    "its name in %s",
    async (dandiset) => {
      for (const path of [full().path, encodeURIComponent(full().path).replaceAll("%2F", "/")]) {
        const session = await openSession(`${dandiset}/${path}`, archive.options);
        expect(session.id).toMatchObject(expected);
        session.close();
      }
    },
  );

  test("an asset from a listing", async () => {
    const asset = await findDandiAsset(parseDandiName(`dandi:001425/${full().path}`), archive.options);
    const session = await openSession(asset, archive.options);
    expect(session.id).toMatchObject(expected);
    expect(session.info.path).toBe(`dandi:001425@0.250331.1234/${full().path}`);
    session.close();
  });

  test("a presigned address, of which nothing secret is shown", async () => {
    const address = archive.server.presigned(full());
    const session = await openSession(address, archive.options);
    expect(session.regions).toHaveLength(44);
    expect(session.info.path).not.toContain("Signature");
    session.close();
    await expect(session.trials()).rejects.toMatchObject({ code: "NWB_CLOSED" });
  });
});

test("a keypoint that a quick listing supposes, but the file lacks, is said to be missing when it is read", async () => {
  const { path } = archive.server.asset("minimal/");
  const session = await openSession(`dandi:001425/${path}`, archive.options);
  await expect(session.keypoint("body", "lickport")).rejects.toMatchObject({ code: "NWB_MISSING" });
  const other = await openSession(archive.server.downloadUrl(full()), archive.options);
  await expect(other.keypoint("body", "tail")).rejects.toMatchObject({ code: "NWB_MISSING" });
  session.close();
  other.close();
});

test("what only h5wasm reads is declined for a file that is not local, and says so", async () => {
  const url = archive.server.downloadUrl(archive.server.asset("filters"));
  const reader = await openHdf5(await remoteSource(url, archive.options), { maxReadBytes: 1e8 }, "auto");
  const names = (await reader.members("/")) ?? [];
  const results = await Promise.allSettled(names.map((name) => reader.read(`/${name}`)));
  const codes = results.flatMap((result) =>
    result.status === "rejected" ? [(result.reason as { code: string }).code] : [],
  );
  expect(codes).toContain("NWB_NOT_STREAMABLE");
  reader.close();
  const insisting = openSession(archive.server.downloadUrl(full()), { ...archive.options, reader: "h5wasm" });
  await expect(insisting).rejects.toMatchObject({ code: "NWB_NOT_STREAMABLE" });
});

test.each([
  ["s3://dandiarchive/blobs/x.nwb", "NWB_NOT_READABLE"],
  ["ftp://example.org/x.nwb", "NWB_NOT_READABLE"],
  ["http://", "NWB_NOT_READABLE"],
  ["http://user:secret@127.0.0.1/x.nwb", "NWB_NOT_READABLE"],
  ["dandi:1425/x.nwb", "DANDI_NAME"],
  ["dandi:001425", "DANDI_NAME"],
])("%s is refused with %s", async (address, code) => {
  const refused = openSession(address, archive.options);
  await expect(refused).rejects.toMatchObject({ code });
  await refused.catch((error: Error) => expect(error.message).not.toContain("secret"));
});
