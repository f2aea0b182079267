"""The baseline, step by step: features -> standardise -> logistic or ridge regression. Change anything.

train.py uses it on a bundle; fit.py and predict.py use it where the organizers run this folder themselves.
"""

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

# A feature is the mean of a region over this many frames (30 a second). Your first change: try 3.
BIN_FRAMES = 15
# How strongly weights are held near 0: mice differ, and what fits the train mice too well fails on others.
PENALTY = 500.0
# Nothing here is random yet; give this seed to whatever will be.
SEED = 1


def features(values: np.ndarray) -> np.ndarray:
    """rows x frames x regions -> rows x (bins * regions). Looks at one row at a time, never at others."""
    while values.ndim > 3:  # learning-day gives 40 windows a row
        values = values.mean(axis=1)
    frames = values.shape[1] // BIN_FRAMES * BIN_FRAMES
    bins = values[:, :frames].reshape(len(values), -1, BIN_FRAMES, values.shape[2]).mean(axis=2)
    return bins.reshape(len(values), -1).astype(float)


def fit(values: np.ndarray, truth: "dict[str, np.ndarray]", types: "dict[str, str]") -> "dict[str, np.ndarray]":
    """Learns from the train rows alone: nothing else comes in here. Returns arrays, a few for every truth column."""
    x = features(values)
    model = {}
    # Mean and spread are learnt, too: from the train rows, never from rows that are predicted.
    mean, spread = x.mean(axis=0), x.std(axis=0)
    model["mean"], model["spread"] = mean, np.where(spread > 0, spread, 1.0)
    standardised = (x - model["mean"]) / model["spread"]
    for column, y in truth.items():
        known = np.isfinite(y)  # some challenges give a row truth in one column only
        weights, intercept = fit_column(standardised[known], y[known], types[column])
        model[f"weights {column}"], model[f"intercept {column}"] = weights, np.float64(intercept)
    return model


def fit_column(x: np.ndarray, y: np.ndarray, kind: str) -> "tuple[np.ndarray, float]":
    if kind == "number":
        ridge = Ridge(alpha=PENALTY).fit(x, y)
        return ridge.coef_, ridge.intercept_
    logistic = LogisticRegression(C=1 / PENALTY, max_iter=1000, random_state=SEED).fit(x, y)
    return logistic.coef_[0], logistic.intercept_[0]


def predict(model: "dict[str, np.ndarray]", values: np.ndarray, types: "dict[str, str]") -> "dict[str, np.ndarray]":
    """One value a row and truth column: a probability for 'binary', else a number."""
    standardised = (features(values) - model["mean"]) / model["spread"]
    predicted = {}
    for column, kind in types.items():
        score = standardised @ model[f"weights {column}"] + model[f"intercept {column}"]
        predicted[column] = 1 / (1 + np.exp(-score)) if kind == "binary" else score
    return predicted
