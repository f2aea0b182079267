// The same arrays with h5wasm by hand, its fastest way: `dataset.value`.
import h5wasm from "h5wasm/node";

const [what, path] = process.argv.slice(2);
await h5wasm.ready;
const start = performance.now();
const file = new h5wasm.File(path, "r");
let values = 0;
const read = (name) => (values += file.get(name).value.length);
const trials = (group) =>
  file.get(`${group}/trials`).attrs.colnames.value.forEach((column) => read(`${group}/trials/${column}`));
const series = (name) => (read(`${name}/data`), read(`${name}/timestamps`));

if (what === "dff") {
  series("/processing/ophys/DfOverF/dFF");
  trials("/processing/downsampled");
} else {
  for (const name of file.get("/processing/ophys/DfOverF").keys())
    series(`/processing/ophys/DfOverF/${name}`);
  const walk = (group) => {
    const members = file.get(group).keys();
    if (members.includes("data")) return series(group);
    for (const member of members)
      if (file.get(`${group}/${member}`) instanceof h5wasm.Group) walk(`${group}/${member}`);
  };
  for (const name of file.get("/processing/downsampled").keys()) {
    if (name === "trials") trials("/processing/downsampled");
    else walk(`/processing/downsampled/${name}`);
  }
}
file.close();
console.log(JSON.stringify({ values, readMs: performance.now() - start }));
