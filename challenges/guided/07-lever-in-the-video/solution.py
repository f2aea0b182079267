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

    seen = np.isfinite(tip[:, 1]) & np.isfinite(rest[:, 1])
    lever, tip_y, rest_y = lever[seen], tip[seen, 1], rest[seen, 1]

    lever_r = np.corrcoef(tip_y, lever)[0, 1]
    rest_r = np.corrcoef(rest_y, lever)[0, 1]

    pixels_per_mm = np.polyfit(lever, tip_y, 1)[0]

    return {
        "used": np.sum(seen),
        "leverR": lever_r,
        "restR": rest_r,
        "pixelsPerMm": pixels_per_mm,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
