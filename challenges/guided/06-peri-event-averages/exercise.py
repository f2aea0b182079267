"""Lesson 6: peri-event averages over 44 regions."""

from glob import glob

import h5py
import numpy as np

BEFORE, AFTER = 15, 30  # frames: 0.5 s and 1 s


def answer(path):
    """`path` is the session's file."""
    with h5py.File(path, "r") as file:
        data = file["processing/ophys/DfOverF/dFF/data"][:]  # frames x regions
        time = file["processing/ophys/DfOverF/dFF/timestamps"][:]
        names = file["processing/ophys/ImageSegmentation/ROIs/roi_name"].asstr()[:]
        trials = file["processing/downsampled/trials"]
        onsets = trials["pull_onset"][:]
        outcomes = trials["trial_outcome"].asstr()[:]

    # TODO 1: only the pulls of rewarded trials
    pulls = []

    # TODO 2: a window of 15 + 30 frames around each pull
    windows = []
    for pull in pulls:
        windows.append(data[0 : BEFORE + AFTER])

    # TODO 3: take the baseline off each window, then average: frames x regions
    average = None

    # TODO 4: the region whose average is largest from the pull on
    strongest = None

    return {
        "windows": len(windows),
        "average": None if average is None else {name: average[:, r] for r, name in enumerate(names)},
        "strongest": strongest,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
