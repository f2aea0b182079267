"""python predict.py DATA PREDICTIONS MODEL: predicts DATA (inputs alone) with what fit.py wrote."""

import json
import sys
from pathlib import Path

import numpy as np

import model

data, target, fitted = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
truth = json.loads((data / "manifest.json").read_text(encoding="utf-8"))["truth"]
row_ids = (data / "row_ids.txt").read_text(encoding="utf-8").split("\n")[:-1]
with np.load(fitted) as arrays:
    predicted = model.predict(arrays, np.load(data / "input.npy"), dict(zip(truth["columns"], truth["types"])))
with open(target, "w", encoding="utf-8", newline="\n") as file:
    file.write(",".join(["row_id", *predicted]) + "\n")
    for i, row_id in enumerate(row_ids):
        file.write(",".join([row_id, *(repr(float(column[i])) for column in predicted.values())]) + "\n")
