import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputOf } from "../../output-of.ts";
import { librariesOf, linkTarget } from "./libraries.ts";
import { withoutNested, type Link, type RuntimeFiles } from "./runtime.ts";

/** What a Python says of itself. */
interface Installation {
  readonly executable: string;
  readonly prefix: string;
  readonly basePrefix: string;
  readonly standardLibrary: string;
  readonly path: readonly string[];
}

const question = `
import json, sys, sysconfig
print(json.dumps({
    "executable": sys.executable, "prefix": sys.prefix, "basePrefix": sys.base_prefix,
    "standardLibrary": sysconfig.get_path("stdlib"), "path": [each for each in sys.path if each],
}))
`;

/** Read beside Python's own files: Debian's choice among libraries, such as numpy's BLAS, and time zones. */
const alwaysReadable = ["/etc/alternatives", "/etc/ld.so.cache", "/usr/share/zoneinfo"];

/**
 * A Python: the system's, one of pyenv, conda or uv, or a virtual environment. It is asked where it keeps its library and its
 * packages; packages of the user's own folder and checked-out sources ("editable installs") stay outside.
 *
 * @param starter the program that starts it
 * @returns null where `command` is no Python that runs, or its libraries cannot be found
 */
export async function pythonFiles(command: string, starter: string): Promise<RuntimeFiles | null> {
  const answer = await outputOf(command, ["-I", "-c", question]);
  if (answer === null) return null;
  const installation = JSON.parse(answer) as Installation;
  const program = realpathSync(installation.executable);
  const libraries = await librariesOf([program, starter]);
  if (libraries === null) return null;
  const packages = packageFolders(installation);
  const paths = [program, starter, ...libraries, ...packages, ...alwaysReadable].filter((path) =>
    existsSync(path),
  );
  return {
    runtime: "python",
    command: () => [installation.executable],
    readable: withoutNested(paths),
    links: links(installation, program),
  };
}

function packageFolders({ prefix, basePrefix, standardLibrary, path }: Installation): string[] {
  const shared = (each: string) => each === "/usr" || each === "/usr/local";
  // one of its own brings libraries that are not Python's beside them, as conda does
  const own = [prefix, basePrefix].filter((each) => !shared(each));
  const below = path.filter((each) =>
    [prefix, basePrefix, "/usr"].some((root) => each.startsWith(`${root}/lib`)),
  );
  const configuration = prefix === basePrefix ? [] : [join(prefix, "pyvenv.cfg")];
  return [standardLibrary, ...below, ...own.map((each) => join(each, "lib")), ...configuration];
}

/** A virtual environment's interpreter is a link, perhaps to a link; inside it leads straight to the program. */
function links({ executable, prefix }: Installation, program: string): Link[] {
  const made: Link[] = executable === program ? [] : [{ path: executable, target: program }];
  const lib64 = join(prefix, "lib64");
  const target = linkTarget(lib64);
  if (target !== null && dirname(lib64) !== "/usr" && dirname(lib64) !== "/")
    made.push({ path: lib64, target });
  return made;
}
