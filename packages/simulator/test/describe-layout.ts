import * as h5wasm from "h5wasm/node";

/**
 * What an NWB file is made of, one line an object: path, kind or element type, number of dimensions, attributes with
 * their values where those are part of the layout. Keypoints of a view, which are all alike, make one line `*`; the
 * specifications are left out.
 */
export function describeLayout(path: string): string[] {
  const file = new h5wasm.File(path, "r");
  const lines = new Set<string>([`/ ${attributes(file)}`]);
  walk(file, "", (line) => lines.add(line));
  file.close();
  return [...lines].map((line) => line.trimEnd()).sort();
}

function walk(group: h5wasm.Group, prefix: string, add: (line: string) => void): void {
  for (const name of group.keys()) {
    const path = `${prefix}/${name}`;
    if (path === "/specifications") continue;
    const target = h5wasm.Module.get_symbolic_link(group.file_id, path) as string | null;
    const node = target === null ? group.get(name) : null;
    const shown = alike(path, node);
    if (target !== null) add(`${shown} -> ${target}`);
    else if (node instanceof h5wasm.Dataset) add(`${shown} ${elements(node)} ${attributes(node)}`);
    else if (node instanceof h5wasm.Group) {
      add(`${shown}/ ${attributes(node)}`);
      walk(node, path, add);
    }
  }
}

const keypoint = /(_video_keypoints)\/[a-z]+\d*(?=$|\/(?:data|timestamps|confidence|reference_frame)$)/;

/** A keypoint's group and what is in it, but not the datasets that stand beside the keypoints. */
function alike(path: string, node: unknown): string {
  const beside = node instanceof h5wasm.Dataset && path.split("/").at(-2)?.endsWith("_video_keypoints");
  return beside ? path : path.replace(keypoint, "$1/*");
}

function elements({ metadata, dtype }: h5wasm.Dataset): string {
  const type = metadata.enum_type ? Object.keys(metadata.enum_type.members).join("/") : JSON.stringify(dtype);
  const text = metadata.type === h5wasm.Module.H5T_class_t.H5T_STRING.value ? `text${metadata.cset}` : type;
  return `${text} ${metadata.shape?.length ?? 0}d${metadata.chunks ? " chunked" : ""}`;
}

/** Attributes that tell of this one session, not of the layout. */
const free = ["object_id", "table", ".specloc"];

function attributes(node: h5wasm.Dataset | h5wasm.Group): string {
  const shown = Object.entries(node.attrs).map(([name, attribute]) => {
    const value = free.includes(name) ? "*" : show(attribute.value);
    return `${name}=${value.replace(/keypoint '\w+'/i, "keypoint '*'").replace(/\d+x\d+ imaging/, "*x* imaging")}`;
  });
  return shown.sort().join("; ");
}

function show(value: unknown): string {
  return ArrayBuffer.isView(value) ? Array.from(value as BigInt64Array, String).join(",") : String(value);
}
