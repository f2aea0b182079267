"""Lesson 10: submit across mice."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def load(bundle, split):
    """Windows (rows x 45 frames x 44 regions) and the table of their rows."""
    folder = Path(bundle) / "public" / split
    return np.load(folder / "input.npy"), pd.read_parquet(folder / "rows.parquet")


def features_of(windows):
    # TODO 1: rows x 44: what changed at frame 15
    return None


def answer(bundle):
    """`bundle` is the bundle's folder. Returns the text of predictions.csv."""
    windows, rows = load(bundle, "train")

    # TODO 2: fit a decoder on the train split
    model = None

    # TODO 3: a table with the columns row_id and lever for all rows of validation and test
    predictions = None

    return None if predictions is None else predictions.to_csv(index=False)


if __name__ == "__main__":
    print(answer("../data/lever-pull/bundle"))
