import sys

import joblib
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data, model = sys.argv[1:]
x = np.load(f"{data}/input.npy").mean(axis=1)
y = np.load(f"{data}/truth.npy")[:, 0]
joblib.dump(make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(x, y), model)
