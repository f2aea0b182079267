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

    # the mean step: the median is one of two steps that alternate
    raw_rate = 1 / np.mean(np.diff(raw_times))
    imaging_rate = 1 / np.mean(np.diff(frame_times))

    # the computer recorded for a while before the first picture
    first_frame = frame_times[0]

    # by time stamps, as frame 0 is not at 0 s
    cue_frames = [np.argmin(np.abs(frame_times - cue)) for cue in cues]

    return {
        "rawRateHz": raw_rate,
        "imagingRateHz": imaging_rate,
        "firstFrameSeconds": first_frame,
        "cueFrames": cue_frames,
    }


if __name__ == "__main__":
    print(answer(glob("../data/raw-clocks/*.nwb")[0]))
