"""dF/F, its clock, trials and regions out of a file on a server, with remfile and h5py."""

import json
import sys
import time

import h5py
import remfile

url = sys.argv[1]
start = time.perf_counter()
values = 0


def read(dataset):
    global values
    values += dataset[()].size


with h5py.File(remfile.File(url), "r") as file:
    dff = file["/processing/ophys/DfOverF/dFF"]
    read(dff["data"])
    read(dff["timestamps"])
    rois = file[dff["rois"].attrs["table"]]
    values += rois["roi_name"].size
    regions = rois["roi_name"].asstr()[()]
    trials = file["/processing/downsampled/trials"]
    for column in trials.attrs["colnames"]:
        read(trials[column])
print(json.dumps({"values": values, "readMs": 1000 * (time.perf_counter() - start)}))
