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

    # TODO 1: how many frames and regions does `data` have?
    frames = None
    regions = None

    # TODO 2: how many minutes are between the first and the last time?
    minutes = None

    # TODO 3: the name (of `names`) of the region with the largest standard deviation over time, and that deviation
    liveliest = None
    deviation = None

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
