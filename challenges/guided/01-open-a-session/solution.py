"""Lesson 1: open a session."""

import re
from glob import glob
from pathlib import Path

import h5py
import numpy as np


def answer(path):
    """`path` is the session's file."""
    day = int(re.search(r"day(\d+)", Path(path).name).group(1))

    with h5py.File(path, "r") as file:
        subject = file["general/subject/subject_id"].asstr()[()]
        names = file["processing/ophys/ImageSegmentation/ROIs/roi_name"].asstr()[:]
        data = file["processing/ophys/DfOverF/dFF/data"][:]
        time = file["processing/ophys/DfOverF/dFF/timestamps"][:]

    # one row a frame, one column a region
    frames, regions = data.shape

    # the clock does not begin at 0, so the last time alone would be too long
    minutes = (time[-1] - time[0]) / 60

    # one standard deviation a column
    deviations = data.std(axis=0)
    liveliest = names[np.argmax(deviations)]
    deviation = np.max(deviations)

    return {
        "subject": subject,
        "day": day,
        "frames": frames,
        "regions": regions,
        "minutes": minutes,
        "liveliest": liveliest,
        "deviation": deviation,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
