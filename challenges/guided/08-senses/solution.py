"""Lesson 8: responses to flash, noise and touch."""

from glob import glob

import h5py
import numpy as np

HALF_SECOND = 15  # frames


def answer(path):
    """`path` is the session's file."""
    with h5py.File(path, "r") as file:
        data = file["processing/ophys/DfOverF/dFF/data"][:]  # frames x regions
        time = file["processing/ophys/DfOverF/dFF/timestamps"][:]
        names = file["processing/ophys/ImageSegmentation/ROIs/roi_name"].asstr()[:]
        trials = file["processing/downsampled/trials"]
        starts = trials["start_time"][:]
        senses = trials["stim_modality"].asstr()[:]

    stimuli, response, strongest = {}, {}, {}
    for sense in ["visual", "auditory", "somatosensory"]:
        times = starts[senses == sense]
        stimuli[sense] = len(times)

        frames = [np.argmin(np.abs(time - at)) for at in times]
        changes = np.mean(
            [data[f : f + HALF_SECOND].mean(axis=0) - data[f - HALF_SECOND : f].mean(axis=0) for f in frames],
            axis=0,
        )
        response[sense] = dict(zip(names, changes))

        strongest[sense] = names[np.argmax(changes)]

    return {"stimuli": stimuli, "response": response, "strongest": strongest}


if __name__ == "__main__":
    print(answer(glob("../data/senses/*.nwb")[0]))
