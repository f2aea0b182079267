import { BraidynError } from "@braidyn/core";
import { corrupt, unsupported } from "../hdf5/errors.ts";
import { memberChoice, wholeAt, type Choice } from "./choice.ts";
import type { CopiedLink, CopiedObject, CopiedTree } from "./copied-tree.ts";
import { findObjects } from "./find-objects.ts";
import { withoutColumns } from "./table-columns.ts";
import type { Pointer, StoredElements } from "./stored-elements.ts";
import type { StoredFile, StoredObject } from "./stored-file.ts";

/** An object that was taken, while others are still looked for. */
interface Taken {
  readonly object: StoredObject;
  /** Its first place in the copy. */
  readonly path: string;
  readonly members: Map<string, CopiedLink> | null;
  /** Members of the source that were left out. */
  readonly left: Set<string>;
}

/** A symbolic link that was taken; where it leads may be elsewhere. */
interface SoftLink {
  readonly parent: Taken;
  readonly name: string;
  readonly path: string;
}

/** No sound session has so many; a hostile one must not make us read for hours. */
const mostObjects = 20_000;

/**
 * Takes what is chosen of a file, and whatever that refers to. A symbolic link to something that is not chosen becomes the
 * thing itself, so that every link of the copy leads somewhere.
 *
 * @throws BraidynError `NWB_UNSUPPORTED` for what cannot be copied as it is: links to other files, named datatypes,
 * references to what no path leads to; `NWB_CORRUPT`.
 */
export async function copyTree(file: StoredFile, choice: Choice): Promise<CopiedTree> {
  const taken = new Map<number, Taken>();
  const softLinks: SoftLink[] = [];

  const take = async (address: number, path: string): Promise<Taken> => {
    const known = taken.get(address);
    if (known === undefined && taken.size >= mostObjects) {
      throw corrupt(file.label, 0, `more than ${mostObjects} objects`);
    }
    const object = known?.object ?? (await file.object(address));
    const { links, dataset } = object;
    if (links === null && dataset === null) throw unsupported(file.label, `${path}, a named datatype`);
    const it = known ?? { object, path, members: links === null ? null : new Map(), left: new Set() };
    taken.set(address, it);
    return it;
  };

  /** Takes an object and what is chosen below it. */
  const takeBelow = async (address: number, path: string, chosen: Choice): Promise<void> => {
    const waiting = [{ address, path, chosen }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { chosen: of, path: at } = next;
      const it = await take(next.address, at);
      if (it.members === null) continue;
      for (const [name, link] of sorted(it.object.links ?? new Map<string, never>())) {
        if (it.members.has(name)) continue;
        const isDataset =
          !of.takesRest && of.takesDatasets && link.kind === "hard"
            ? (await file.object(link.address)).dataset !== null
            : false;
        const inner = memberChoice(of, name, isDataset);
        const below = at === "/" ? `/${name}` : `${at}/${name}`;
        if (inner === null) {
          it.left.add(name);
          continue;
        }
        it.left.delete(name);
        if (link.kind === "external") throw unsupported(file.label, `${below}, which lies in another file`);
        if (link.kind === "soft") {
          softLinks.push({ parent: it, name, path: link.path });
          it.members.set(name, { kind: "soft", path: link.path });
          continue;
        }
        it.members.set(name, { kind: "object", address: link.address });
        if (!taken.has(link.address)) waiting.push({ address: link.address, path: below, chosen: inner });
      }
    }
  };

  /** `place` is where it stands in the source, which says what of it is left out. */
  const takeWhole: TakeWhole = (address, path, place) => takeBelow(address, path, wholeAt(choice, place));

  await takeBelow(file.rootAddress, "/", choice);
  for (;;) {
    if (await replaceLinks(file, taken, softLinks, takeWhole)) continue;
    const wanted = [...missingTargets(taken)];
    if (wanted.length === 0) break;
    await takeReferenced(file, new Set(wanted), takeWhole, take);
  }
  return { objects: inOrder(file.rootAddress, taken) };
}

type TakeWhole = (address: number, path: string, place: string) => Promise<void>;

/** Puts in place of links that lead out of the copy what they lead to. Tells whether anything came in. */
async function replaceLinks(
  file: StoredFile,
  taken: ReadonlyMap<number, Taken>,
  softLinks: SoftLink[],
  takeWhole: TakeWhole,
): Promise<boolean> {
  const links = softLinks.splice(0).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  for (const link of links) {
    const { parent, name, path } = link;
    const from = path.startsWith("/") ? file.rootAddress : parent.object.address;
    const address = await file.find(`#${from}/${path}`);
    // A link that leads nowhere in the source leads nowhere in the copy.
    if (address === null || leads(file.rootAddress, from, taken, path)) continue;
    const there = taken.get(address);
    if (there !== undefined && there.path !== placeOf(link)) {
      parent.members?.set(name, { kind: "soft", path: there.path });
      continue;
    }
    parent.members?.set(name, { kind: "object", address });
    await takeWhole(address, placeOf(link), path);
  }
  return softLinks.length > 0;
}

function placeOf({ parent, name }: SoftLink): string {
  return parent.path === "/" ? `/${name}` : `${parent.path}/${name}`;
}

/** Whether a path from the object at `start` leads somewhere in the copy. */
function leads(
  root: number,
  start: number,
  taken: ReadonlyMap<number, Taken>,
  path: string,
  left = 32,
): boolean {
  let at = start;
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  for (const [i, name] of names.entries()) {
    const link = taken.get(at)?.members?.get(name);
    if (link === undefined || left === 0) return false;
    if (link.kind === "soft") {
      const rest = [link.path, ...names.slice(i + 1)].join("/");
      return leads(root, link.path.startsWith("/") ? root : at, taken, rest, left - 1);
    }
    at = link.address;
  }
  return taken.has(at);
}

/** Objects that references of the copy lead to and that are not in it. */
function* missingTargets(taken: ReadonlyMap<number, Taken>): Generator<number> {
  for (const { object } of taken.values()) {
    const inline = object.dataset?.data.kind === "inline" ? [object.dataset.data.elements] : [];
    for (const elements of [...object.attributes.map((each) => each.elements), ...inline]) {
      for (const { kind, ...pointer } of pointersIn(elements)) {
        if (kind !== "reference") continue;
        const { target } = pointer as Extract<Pointer, { kind: "reference" }>;
        if (!taken.has(target)) yield target;
      }
    }
  }
}

function* pointersIn({ pointers }: StoredElements): Generator<Pointer> {
  for (const pointer of pointers) {
    yield pointer;
    if (pointer.kind === "heap") yield* pointersIn(pointer.object);
  }
}

/** Takes the objects at these addresses, with the groups that they stand in. */
async function takeReferenced(
  file: StoredFile,
  wanted: ReadonlySet<number>,
  takeWhole: TakeWhole,
  take: (address: number, path: string) => Promise<Taken>,
): Promise<void> {
  const found = await findObjects(file, wanted, mostObjects);
  for (const address of wanted) {
    const way = found.get(address);
    if (way === undefined) throw unsupported(file.label, "a reference to an object that no path leads to");
    let parent = await take(file.rootAddress, "/");
    let path = "";
    for (const [i, step] of way.entries()) {
      path += `/${step.name}`;
      parent.members?.set(step.name, { kind: "object", address: step.address });
      parent.left.delete(step.name);
      if (i === way.length - 1) await takeWhole(step.address, path, path);
      else parent = await take(step.address, path);
    }
  }
}

/** The root, then depth first by name. Tables lose the columns that were left out. */
function inOrder(root: number, taken: ReadonlyMap<number, Taken>): CopiedObject[] {
  const ordered = new Map<number, CopiedObject>();
  const waiting = [root];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const it = taken.get(address);
    if (it === undefined)
      throw new BraidynError("NWB_CORRUPT", { path: "", offset: address, what: "a link" });
    if (ordered.has(address)) continue;
    const members = it.members === null ? null : new Map(sorted(it.members));
    const attributes = withoutColumns(it.object.attributes, it.left);
    ordered.set(address, { address, attributes, members, dataset: it.object.dataset });
    const below = [...(members?.values() ?? [])].flatMap((link) =>
      link.kind === "object" ? [link.address] : [],
    );
    waiting.push(...below.reverse());
  }
  return [...ordered.values()];
}

/** By name: the order in a file depends on how it was made. */
function sorted<T>(links: ReadonlyMap<string, T>): [string, T][] {
  return [...links].sort(([a], [b]) => (a < b ? -1 : 1));
}
