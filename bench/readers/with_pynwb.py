"""The same arrays with pynwb, as its documentation reads them."""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
from pynwb import NWBHDF5IO  # noqa: E402

what, path = sys.argv[1:3]
start = time.perf_counter()
values = 0


def series(container):
    global values
    values += container.data[:].size + container.timestamps[:].size


def trials(table):
    global values
    for name in table.colnames:
        values += len(table[name][:])


def walk(container):
    if getattr(container, "data", None) is not None and getattr(container, "timestamps", None) is not None:
        series(container)
        return
    for child in container.children:
        walk(child)


with NWBHDF5IO(path, "r", load_namespaces=True) as io:
    nwb = io.read()
    downsampled = nwb.processing["downsampled"]
    dff = nwb.processing["ophys"]["DfOverF"]
    trials(downsampled["trials"])
    if what == "dff":
        series(dff["dFF"])
    else:
        for name in dff.roi_response_series:
            series(dff[name])
        for name, container in downsampled.data_interfaces.items():
            if name != "trials":
                walk(container)
print(json.dumps({"values": values, "readMs": 1000 * (time.perf_counter() - start)}))
