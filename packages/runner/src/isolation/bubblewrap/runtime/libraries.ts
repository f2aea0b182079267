import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { outputOf } from "../../output-of.ts";
import type { Link } from "./runtime.ts";

/** Folders of the system's own libraries, such as /usr/lib/x86_64-linux-gnu: packages' files and nothing else. */
const systemFolder = /^\/usr\/lib(?:32|64|x32)?(?:\/[\w-]*-linux-[\w-]*)?$/;

/**
 * The libraries that programs are linked with, by asking the dynamic loader: the system's folders of libraries as a whole,
 * because modules of Python want more of the same, and single files elsewhere.
 *
 * @returns paths free of links, and null where `ldd` cannot tell
 */
export async function librariesOf(programs: readonly string[]): Promise<string[] | null> {
  const text = await outputOf("ldd", programs);
  if (text === null) return null;
  const named = [...text.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm)].map(([, path]) => path as string);
  return named.flatMap((path) => {
    const real = realpathSync(path);
    const folders = [realpathSync(dirname(path)), dirname(real)].filter((folder) =>
      systemFolder.test(folder),
    );
    return folders.includes(dirname(real)) ? folders : [...folders, path, real];
  });
}

/** /bin, /lib and their like where they are links into /usr, as today almost everywhere. */
export function rootLinks(): Link[] {
  return ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"].flatMap((path) => {
    const target = linkTarget(path);
    return target === null ? [] : [{ path, target }];
  });
}

/** Where a symbolic link points, as it says; null where there is none. */
export function linkTarget(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() === true ? readlinkSync(path) : null;
}
