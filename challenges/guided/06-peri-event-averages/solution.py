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

    pulls = onsets[outcomes == "success"]

    windows = []
    for pull in pulls:
        frame = np.argmin(np.abs(time - pull))
        if frame >= BEFORE and frame + AFTER <= len(data):
            windows.append(data[frame - BEFORE : frame + AFTER])

    # each window starts where the slow drift happens to be: that is taken off
    windows = np.array(windows)
    changes = windows - windows[:, :BEFORE].mean(axis=1, keepdims=True)
    average = changes.mean(axis=0)

    strongest = names[np.argmax(average[BEFORE:].mean(axis=0))]

    return {
        "windows": len(windows),
        "average": {name: average[:, r] for r, name in enumerate(names)},
        "strongest": strongest,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
