/**
 * Reads every item side by side. An error comes out only when nothing is being read any more, so that the caller may
 * close the session.
 */
export async function readAll<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const settled = await Promise.allSettled(items.map(async (item) => read(item)));
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}
