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

        pulled = np.isfinite(pull_onset)
        success = words == "success"
        outcomes[name] = {
            "success": np.sum(success),
            "short-pull": np.sum(~success & pulled),
            "no-response": np.sum(~success & ~pulled),
        }

        # all of a file's misses are alike, so the first one tells
        miss_means[name] = "short-pull" if pulled[words == "miss"][0] else "no-response"

        response_rate[name] = np.mean(pulled)

    return {"outcomes": outcomes, "missMeans": miss_means, "responseRate": response_rate}


if __name__ == "__main__":
    print(answer(sorted(glob("../data/two-releases/*.nwb"))))
