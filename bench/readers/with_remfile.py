"""The same arrays out of a file on a server, with remfile and h5py."""

import json
import sys
import time

import h5py
import numpy
import remfile

what, url = sys.argv[1:3]
start = time.perf_counter()
values = 0


def read(dataset):
    global values
    values += dataset[()].size


with h5py.File(remfile.File(url), "r") as file:
    if what == "dff":
        dff = file["/processing/ophys/DfOverF/dFF"]
        read(dff["data"])
        read(dff["timestamps"])
        read(file[dff["rois"].attrs["table"]]["roi_name"])
        trials = file["/processing/downsampled/trials"]
        for column in trials.attrs["colnames"]:
            read(trials[column])
    else:
        # As one would: the whole clock is 36 MB or more, so the place is searched in it.
        lever = file["/acquisition/lever"]
        clock = lever["timestamps"]
        rate = (len(clock) - 1) / (clock[-1] - clock[0])
        first = int((900 - clock[0]) * rate) - 100
        seconds = clock[first : first + int(2 * rate) + 200]
        from_, to = first + numpy.searchsorted(seconds, [900, 902])
        values += to - from_
        read(lever["data"][from_:to])
print(json.dumps({"values": int(values), "readMs": 1000 * (time.perf_counter() - start)}))
