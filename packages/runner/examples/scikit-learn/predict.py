import json
import sys

import joblib
import numpy as np

data, predictions, model = sys.argv[1:]
x = np.load(f"{data}/input.npy").mean(axis=1)
column = json.load(open(f"{data}/manifest.json"))["truth"]["columns"][0]
probability = joblib.load(model).predict_proba(x)[:, 1]
with open(predictions, "w") as file:
    print(f"row_id,{column}", file=file)
    for row_id, value in zip(open(f"{data}/row_ids.txt"), probability):
        print(f"{row_id.strip()},{value}", file=file)
