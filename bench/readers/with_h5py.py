"""The same arrays with h5py by hand."""

import json
import sys
import time

import h5py

what, path = sys.argv[1:3]
start = time.perf_counter()
values = 0


def read(dataset):
    global values
    values += dataset[()].size


def series(group):
    read(group["data"])
    read(group["timestamps"])


def trials(group):
    for column in group["trials"].attrs["colnames"]:
        read(group["trials"][column])


def walk(group):
    if "data" in group:
        series(group)
        return
    for member in group.values():
        if isinstance(member, h5py.Group):
            walk(member)


with h5py.File(path, "r") as file:
    downsampled = file["/processing/downsampled"]
    dff = file["/processing/ophys/DfOverF"]
    trials(downsampled)
    if what == "dff":
        series(dff["dFF"])
    else:
        for group in dff.values():
            series(group)
        for name, group in downsampled.items():
            if name != "trials":
                walk(group)
print(json.dumps({"values": values, "readMs": 1000 * (time.perf_counter() - start)}))
