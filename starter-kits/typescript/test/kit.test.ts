/** `npm test`: what must hold before you submit. Add tests of your own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBundle } from "@braidyn/harness/build";
import { fit, predict } from "../entry/model.ts";
import { kindsOf } from "../src/kinds.ts";

const bundle = await openBundle("bundle");
const kinds = kindsOf(bundle.definition);
const train = await bundle.labelledRows("train");
const held = await bundle.rows("test");

const strangers = bundle.definition.leakage.forbid_shared.includes("subject");
test(
  "no mouse of the train rows is in another split",
  { skip: !strangers && "this challenge allows it" },
  async () => {
    const trained = new Set(train.subjects);
    for (const { subjects } of [await bundle.rows("validation"), held]) {
      assert.deepEqual(
        subjects.filter((subject) => trained.has(subject)),
        [],
      );
    }
  },
);

test("every row gets a finite prediction", () => {
  const predicted = predict(fit(train, train.truth, kinds), held);
  assert.deepEqual(Object.keys(predicted), Object.keys(kinds));
  for (const values of Object.values(predicted)) {
    assert.equal(values.filter(Number.isFinite).length, held.count);
  }
});

test("a prediction depends on its own row alone", () => {
  const model = fit(train, train.truth, kinds);
  const size = held.input.length / held.count;
  const first = { count: 1, inputShape: held.inputShape, input: held.input.slice(0, size) };
  const [together, alone] = [predict(model, held), predict(model, first)];
  for (const name of Object.keys(kinds)) assert.equal(alone[name][0], together[name][0]);
});

test("training twice gives the same model", () => {
  assert.deepEqual(fit(train, train.truth, kinds), fit(train, train.truth, kinds));
});
