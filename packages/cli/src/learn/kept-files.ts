import { constants, existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { extname } from "node:path";

/** Copies a file, never over what is there. */
export async function copyNew(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** `exercise.1.py`, or the next number that is free. */
export function unusedName(path: string): string {
  const ending = extname(path);
  const stem = path.slice(0, -ending.length);
  let number = 1;
  while (existsSync(`${stem}.${number}${ending}`)) number++;
  return `${stem}.${number}${ending}`;
}
