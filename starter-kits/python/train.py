"""python train.py: trains the baseline, scores it on the validation mice, writes predictions.csv."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "entry"))

import model
from bundle import read_bundle, write_predictions
from local_score import local_score

bundle = read_bundle(sys.argv[1] if len(sys.argv) > 1 else "bundle")
train, validation, test = bundle.train, bundle.validation, bundle.test
print(f"{bundle.definition['id']}: {len(train.row_ids)} train rows of {len(set(train.subjects))} mice")

# The split is the bundle's: mice (or days) of the train rows are in no other split. Only they are learnt from.
fitted = model.fit(train.input, train.truth, bundle.types)

on_validation = model.predict(fitted, validation.input, bundle.types)
score = local_score(bundle.definition, validation, on_validation)
metric = bundle.definition["metrics"]["primary"]
if score is not None:
    print(f"validation {metric}: {score:.3f} ({len(validation.row_ids)} rows of {len(set(validation.subjects))} mice)")

on_test = model.predict(fitted, test.input, bundle.types)
write_predictions("predictions.csv", [(validation, on_validation), (test, on_test)])
print("wrote predictions.csv")
