"""Lesson 3: the task's state machine."""

from glob import glob

import h5py
import numpy as np


def answer(path):
    """`path` is the session's file."""
    with h5py.File(path, "r") as file:
        state = file["processing/downsampled/state_task/data"][:]
        time = file["processing/downsampled/state_task/timestamps"][:]

    before, after = state[:-1], state[1:]
    transitions = {
        f"{a}>{b}": np.sum((before == a) & (after == b)) for a, b in [(0, 1), (1, 0), (1, 2), (2, 0)]
    }

    # from the first frame in state 2 to the first one after it
    begins = time[1:][(before == 1) & (after == 2)]
    ends = time[1:][(before == 2) & (after == 0)]
    reward_seconds = np.mean(ends - begins)

    rewarded_share = transitions["1>2"] / transitions["0>1"]

    return {
        "transitions": transitions,
        "rewardSeconds": reward_seconds,
        "rewardedShare": rewarded_share,
    }


if __name__ == "__main__":
    print(answer(glob("../data/day11/*.nwb")[0]))
