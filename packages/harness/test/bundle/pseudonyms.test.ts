import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createPseudonyms, readSecret } from "../../src/index.ts";

const secret = readSecret("00".repeat(32));

test("a row id is the HMAC-SHA256 of challenge, session and index", async () => {
  const names = await createPseudonyms(secret, "tiny");
  const text = JSON.stringify(["tiny", "row", "s", 3]);
  const expected = createHmac("sha256", secret).update(text).digest("hex").slice(0, 24);
  expect(await names.rowId("s", 3)).toBe(`r${expected}`);
});

test("names differ between secrets, challenges and kinds", async () => {
  const other = readSecret();
  const names = await Promise.all(
    [createPseudonyms(secret, "a"), createPseudonyms(secret, "b"), createPseudonyms(other, "a")].map(
      async (made) => (await made).subject("VG1-GC#48"),
    ),
  );
  expect(new Set(names).size).toBe(3);
  const made = await createPseudonyms(secret, "a");
  expect((await made.session("x")).slice(-12)).not.toBe((await made.subject("x")).slice(-12));
});

test.each(["", "5a", "zz".repeat(32), new Uint8Array(31)])(
  "a secret of another size is refused: %s",
  (wrong) => {
    expect(() => readSecret(wrong)).toThrowError(expect.objectContaining({ code: "BUNDLE_SECRET" }));
  },
);
