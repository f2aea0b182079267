/** A closed line of [x, y] points; the first is also the last. */
export type Ring = readonly (readonly [x: number, y: number])[];

/**
 * The edge of a mask as closed lines in pixels (pixel 0 reaches from 0 to 1), outer ones and holes. Corners of pixels are
 * cut at the middle of their edges, so that slopes are no stairs and neighbours still share their border.
 *
 * @param mask height x width, row by row; above 0 is inside.
 */
export function outline(mask: ArrayLike<number>, width: number, height: number): Ring[] {
  const edges = boundaryEdges(mask, width, height);
  const rings: Ring[] = [];
  for (const start of edges.keys()) {
    while ((edges.get(start)?.length ?? 0) > 0) rings.push(smooth(follow(edges, start, width + 1)));
  }
  return rings.filter((ring) => ring.length > 3);
}

/** Edges between an inside and an outside pixel by the corner they start at, the inside always on the right. */
type Edges = Map<number, number[]>;

function boundaryEdges(mask: ArrayLike<number>, width: number, height: number): Edges {
  const edges: Edges = new Map();
  const corner = (x: number, y: number) => y * (width + 1) + x;
  const add = (from: number, to: number) => {
    const known = edges.get(from);
    if (known === undefined) edges.set(from, [to]);
    else known.push(to);
  };
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && (mask[y * width + x] as number) > 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!inside(x, y)) continue;
      if (!inside(x, y - 1)) add(corner(x, y), corner(x + 1, y));
      if (!inside(x + 1, y)) add(corner(x + 1, y), corner(x + 1, y + 1));
      if (!inside(x, y + 1)) add(corner(x + 1, y + 1), corner(x, y + 1));
      if (!inside(x - 1, y)) add(corner(x, y + 1), corner(x, y));
    }
  }
  return edges;
}

/** Walks from corner to corner until it is back, using up the edges. */
function follow(edges: Edges, start: number, corners: number): [number, number][] {
  const points: [number, number][] = [];
  let at = start;
  do {
    points.push([at % corners, Math.floor(at / corners)]);
    at = (edges.get(at) as number[]).pop() as number;
  } while (at !== start);
  return points;
}

/** The middles of a ring's edges, without those on a straight line between their neighbours. */
function smooth(corners: readonly (readonly [number, number])[]): Ring {
  const middles = corners.map(([x, y], i): [number, number] => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as [number, number];
    return [(x + nextX) / 2, (y + nextY) / 2];
  });
  const bends = middles.filter(([x, y], i) => {
    const [px, py] = middles.at(i - 1) as [number, number];
    const [nx, ny] = middles[(i + 1) % middles.length] as [number, number];
    return (x - px) * (ny - y) !== (y - py) * (nx - x);
  });
  return bends.length === 0 ? [] : [...bends, bends[0] as [number, number]];
}
