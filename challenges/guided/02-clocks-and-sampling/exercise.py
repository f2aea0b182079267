"""Lesson 2: clocks and sampling."""

from glob import glob

import h5py
import numpy as np


def answer(path):
    """`path` is the session's file."""
    with h5py.File(path, "r") as file:
        raw_times = file["acquisition/lever/timestamps"][:]
        frame_times = file["processing/ophys/DfOverF/dFF/timestamps"][:]
        cues = file["intervals/trials/start_time"][:]

    # TODO 1: samples a second of the raw lever, and frames a second of the imaging
    raw_rate = None
    imaging_rate = None

    # TODO 2: when was the first frame taken?
    first_frame = None

    # TODO 3: for each cue, the number of the frame nearest in time
    cue_frames = None

    return {
        "rawRateHz": raw_rate,
        "imagingRateHz": imaging_rate,
        "firstFrameSeconds": first_frame,
        "cueFrames": cue_frames,
    }


if __name__ == "__main__":
    print(answer(glob("../data/raw-clocks/*.nwb")[0]))
