"""python fit.py DATA MODEL: learns from DATA (inputs and truth of the train rows) and writes MODEL."""

import json
import sys
from pathlib import Path

import numpy as np

import model

data, target = Path(sys.argv[1]), sys.argv[2]
truth = json.loads((data / "manifest.json").read_text(encoding="utf-8"))["truth"]
values = np.load(data / "truth.npy")  # rows x truth columns
columns = {name: values[:, i] for i, name in enumerate(truth["columns"])}
fitted = model.fit(np.load(data / "input.npy"), columns, dict(zip(truth["columns"], truth["types"])))
with open(target, "wb") as file:
    np.savez(file, **fitted)
