"""Lesson 7: the lever in the video against the lever's sensor."""

from glob import glob

import h5py
import numpy as np


def answer(path):
    """`path` is the session's file."""
    with h5py.File(path, "r") as file:
        data = file["processing/downsampled"]
        lever = data["lever/data"][:]  # mm
        tip = data["body_video_keypoints/rightbartip/data"][:]  # frames x (x, y), pixels
        rest = data["body_video_keypoints/leftbartip/data"][:]

    # TODO 1: the frames in which both points were seen
    seen = None

    # TODO 2: correlate the tip's y with the lever, and the rest's y with the lever
    lever_r = None
    rest_r = None

    # TODO 3: how many pixels does the tip move with one millimetre?
    pixels_per_mm = None

    return {
        "used": None if seen is None else np.sum(seen),
        "leverR": lever_r,
        "restR": rest_r,
        "pixelsPerMm": pixels_per_mm,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
