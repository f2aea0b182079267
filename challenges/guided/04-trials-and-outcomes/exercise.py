"""Lesson 4: trials and outcomes."""

from glob import glob
from pathlib import Path

import h5py
import numpy as np


def answer(paths):
    """`paths` are the files of two sessions."""
    outcomes, miss_means, response_rate = {}, {}, {}
    for path in paths:
        with h5py.File(path, "r") as file:
            trials = file["processing/downsampled/trials"]
            words = trials["trial_outcome"].asstr()[:]
            pull_onset = trials["pull_onset"][:]
        name = Path(path).name

        # TODO 1: count the three outcomes, from `success` and from whether there was a pull
        outcomes[name] = {"success": None, "short-pull": None, "no-response": None}

        # TODO 2: which outcome do the trials have whose word is "miss"?
        miss_means[name] = None

        # TODO 3: the share of trials with a pull
        response_rate[name] = None

    return {"outcomes": outcomes, "missMeans": miss_means, "responseRate": response_rate}


if __name__ == "__main__":
    print(answer(sorted(glob("../data/two-releases/*.nwb"))))
