// Reads with @braidyn/nwb, built: what an installed package does.
const { openSession } = await import("@braidyn/nwb");

const [what, path] = process.argv.slice(2);
const start = performance.now();
const session = await openSession(path);
let values = 0;
const count = (...arrays) => arrays.forEach((array) => (values += array?.length ?? 0));
// `outcome` is derived, the file does not hold it.
const stored = ({ columns }) =>
  Object.keys(columns).flatMap((name) => (name === "outcome" ? [] : [columns[name]]));

if (what === "dff") {
  const [dff, trials] = await Promise.all([session.dff(), session.trials()]);
  count(dff.time, dff.data, ...stored(trials));
} else {
  const { sensors, keypoints } = session.contents.downsampled;
  const reads = [
    ...session.contents.dff.map((signal) =>
      session.dff({ signal }).then((series) => count(series.time, series.data)),
    ),
    ...sensors.map((name) => session.sensor(name).then((series) => count(series.time, series.data))),
    ...Object.entries(keypoints).flatMap(([view, names]) =>
      names.map((name) =>
        session.keypoint(view, name).then((series) => count(series.time, series.x, series.y)),
      ),
    ),
    // The file keeps a clock each for diameter and centre. The loader reads one of them; it counts for all three here,
    // so that the numbers of values can be compared: the peers read 108,000 values more.
    session
      .pupil()
      .then((pupil) =>
        count(pupil.time, pupil.time, pupil.time, pupil.diameter, pupil.centerX, pupil.centerY),
      ),
    session.trials().then((trials) => count(...stored(trials))),
  ];
  await Promise.all(reads);
}
session.close();
console.log(JSON.stringify({ values, readMs: performance.now() - start }));
