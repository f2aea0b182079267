"""Lesson 9: a first decoder and an honest split."""

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score


def answer(path):
    """`path` is the table of windows."""
    table = pd.read_csv(path)
    features = table.drop(columns=["mouse", "day", "label"]).to_numpy()
    labels = table["label"].to_numpy()
    held_out = table["mouse"].iloc[-1]

    # TODO 1: which rows are test rows? True or False for each
    test = None

    # TODO 2: mean and standard deviation of each feature, of the right rows
    mean = None
    deviation = None

    # TODO 3: normalise, fit LogisticRegression on the train rows, predict the test rows
    predictions = None

    # TODO 4: how good are they?
    auc = None

    return {
        "heldOut": held_out,
        "testRows": None if test is None else np.sum(test),
        "trainMean": mean,
        "predictions": predictions,
        "auc": auc,
    }


if __name__ == "__main__":
    print(answer("../data/windows/windows.csv"))
