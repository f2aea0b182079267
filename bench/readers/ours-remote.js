// Reads over a network with @braidyn/nwb, built. Without a cache folder nothing is known of the file beforehand.
const { openSession } = await import("@braidyn/nwb");

const [what, url, apiUrl, folder] = process.argv.slice(2);
const start = performance.now();
const session = await openSession(url, { apiUrl, cache: folder === "" ? false : folder });
let values = 0;
const count = (...arrays) => arrays.forEach((array) => (values += array.length));
if (what === "dff") {
  const [dff, trials] = await Promise.all([session.dff(), session.trials()]);
  // `outcome` is derived, the file does not hold it.
  const stored = Object.keys(trials.columns).filter((name) => name !== "outcome");
  count(dff.time, dff.data, session.regions, ...stored.map((name) => trials.columns[name]));
} else {
  const lever = await session.raw.sensor("lever", { time: [900, 902] });
  count(lever.time, lever.data);
}
const readMs = performance.now() - start;
session.close();
console.log(JSON.stringify({ values, readMs }));
