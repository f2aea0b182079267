import { generateKeyPairSync } from "node:crypto";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openKeyFile, publicKeyOf } from "../../src/build.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const message = new TextEncoder().encode("receipt");

describe("a key file", () => {
  test("is made where there is none, and is the same afterwards", async () => {
    const path = join(await temporaryFolder(), "deep", "key.pem");
    const first = await openKeyFile(path);
    const again = await openKeyFile(path);
    expect([first.created, again.created]).toEqual([true, false]);
    expect(again.signer.publicKey).toBe(first.signer.publicKey);
    expect(await again.signer.sign(message)).toBe(await first.signer.sign(message));
    expect(publicKeyOf(await readFile(`${path}.pub`, "utf8"), path)).toBe(first.signer.publicKey);
  });

  test.skipIf(process.platform === "win32")(
    "is its owner's alone, whatever the umask, and is refused else",
    async () => {
      const path = join(await temporaryFolder(), "key.pem");
      const before = process.umask(0);
      await openKeyFile(path).finally(() => process.umask(before));
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      await chmod(path, 0o640);
      await expect(openKeyFile(path)).rejects.toMatchObject({
        code: "RECEIPT_KEY_MODE",
        message: expect.stringContaining("mode 640") as string,
      });
    },
  );

  test("made by several at once is one key, and leaves nothing else behind", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "key.pem");
    const opened = await Promise.allSettled(Array.from({ length: 5 }, () => openKeyFile(path)));
    const keys = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value.signer.publicKey] : []));
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(5);
    expect((await readdir(folder)).sort()).toEqual(["key.pem", "key.pem.pub"]);
  });

  test("of anything else is refused without a word of what it holds", async () => {
    const folder = await temporaryFolder();
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const contents = {
      text: "not a key: hunter2",
      rsa: rsa.export({ type: "pkcs8", format: "pem" }) as string,
      cut: "-----BEGIN PRIVATE KEY-----\nhunter2\n",
    };
    for (const [name, content] of Object.entries(contents)) {
      await writeFile(join(folder, name), content, { mode: 0o600 });
      const error = await openKeyFile(join(folder, name)).catch((thrown: Error) => thrown);
      expect(error).toMatchObject({ code: "RECEIPT_KEY_FILE" });
      expect(String((error as Error).stack)).not.toContain("hunter2");
    }
    await mkdir(join(folder, "folder"));
    await expect(openKeyFile(join(folder, "folder"))).rejects.toMatchObject({ code: "RECEIPT_KEY_FILE" });
  });

  test("of a private key is no public key", async () => {
    const path = join(await temporaryFolder(), "key.pem");
    const { signer } = await openKeyFile(path);
    expect(publicKeyOf(` ${signer.publicKey.toUpperCase()}\n`, path)).toBe(signer.publicKey);
    for (const text of [await readFile(path, "utf8"), "x", signer.publicKey.slice(1)]) {
      expect(() => publicKeyOf(text, path)).toThrowError(
        expect.objectContaining({ code: "RECEIPT_KEY_FILE" }),
      );
    }
  });
});
