"""Lesson 3: the task's state machine."""

from glob import glob

import h5py
import numpy as np


def answer(path):
    """`path` is the session's file."""
    with h5py.File(path, "r") as file:
        state = file["processing/downsampled/state_task/data"][:]
        time = file["processing/downsampled/state_task/timestamps"][:]

    # TODO 1: count the transitions; each is a frame whose state differs from that of the frame before
    transitions = {"0>1": None, "1>0": None, "1>2": None, "2>0": None}

    # TODO 2: how long is state 2 on average, in seconds?
    reward_seconds = None

    # TODO 3: which share of the cues ends in reward?
    rewarded_share = None

    return {
        "transitions": transitions,
        "rewardSeconds": reward_seconds,
        "rewardedShare": rewarded_share,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
