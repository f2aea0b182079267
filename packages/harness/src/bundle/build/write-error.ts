import { BraidynError } from "@braidyn/core";

/** Causes outside the program: what it was about to write could not be. */
const causes = new Set(
  "EACCES EPERM EROFS ENOSPC EDQUOT EIO EMFILE ENFILE ENAMETOOLONG EFBIG ENOTDIR".split(" "),
);

/** A full disk or a folder that may not be written to, as an error that says so; null for anything else. */
export function asWriteError(error: unknown, path: string): BraidynError<"BUNDLE_WRITE"> | null {
  const { code, syscall, path: found } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || !causes.has(code)) return null;
  return new BraidynError(
    "BUNDLE_WRITE",
    { path: found ?? path, reason: `${code}, ${syscall}` },
    { cause: error },
  );
}
