import { chownSync, chmodSync, writeFileSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { unprivilegedIdentity } from "./identity.ts";

/** An empty file in the workspace that the program alone may write. */
export function makeOutput(path: string): void {
  writeFileSync(path, "", { flag: "wx", mode: 0o600 });
  chmodSync(path, 0o600);
  const identity = unprivilegedIdentity();
  if (identity !== null) chownSync(path, identity.uid, identity.gid);
}

/** Size of what was written, in bytes. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size;
}

/** Puts what a program has written, when nothing of it runs any more, into the file that was asked for. */
export async function deliver(path: string, target: string): Promise<void> {
  const from = await open(path, "r");
  try {
    const to = await open(target, "w");
    try {
      const block = Buffer.alloc(1 << 20);
      for (;;) {
        const { bytesRead } = await from.read(block, 0, block.length);
        if (bytesRead === 0) return;
        await to.writeFile(block.subarray(0, bytesRead));
      }
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
