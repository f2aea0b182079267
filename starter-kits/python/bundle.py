"""Reads a challenge's bundle: .npy and Parquet files, with numpy and pandas alone.

    bundle = read_bundle("bundle")
    bundle.train.input   # rows x frames x regions, float32
    bundle.train.truth   # {"lever": rows values}
    bundle.test.truth    # None: it is withheld
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Rows:
    """Rows of one split, in the bundle's order."""

    input: np.ndarray
    row_ids: np.ndarray
    subjects: np.ndarray
    sessions: np.ndarray
    # One array a truth column; NaN where a row has none in that column. None for the test rows.
    truth: "dict[str, np.ndarray] | None"


@dataclass(frozen=True)
class Bundle:
    # What challenge.json says: metrics, truth columns and their types, the input's shape.
    definition: dict
    train: Rows
    validation: Rows
    test: Rows

    @property
    def types(self) -> "dict[str, str]":
        """'binary' or 'number' of every truth column."""
        return {name: column["type"] for name, column in self.definition["truth"].items()}


def read_bundle(folder="bundle") -> Bundle:
    """Reads the public half: folder/public, or the folder itself where it is that half."""
    public = Path(folder, "public") if Path(folder, "public").is_dir() else Path(folder)
    if not (public / "challenge.json").is_file():
        raise SystemExit(f"{folder} holds no bundle: see 'Data' in the README")
    definition = json.loads((public / "challenge.json").read_text(encoding="utf-8"))
    columns = list(definition["truth"])
    splits = {name: read_rows(public / name, columns) for name in ("train", "validation", "test")}
    return Bundle(definition=definition, **splits)


def read_rows(folder: Path, columns: "list[str]") -> Rows:
    table = pd.read_parquet(folder / "rows.parquet")
    values = np.load(folder / "input.npy")
    if len(values) != len(table):
        raise SystemExit(f"{folder}: {len(values)} inputs, {len(table)} rows; fetch the bundle again")
    has_truth = all(name in table for name in columns)
    return Rows(
        input=values,
        row_ids=table["row_id"].to_numpy(str),
        subjects=table["subject"].to_numpy(str),
        sessions=table["session"].to_numpy(str),
        truth={name: table[name].to_numpy(float) for name in columns} if has_truth else None,
    )


def write_predictions(path, parts: "list[tuple[Rows, dict[str, np.ndarray]]]") -> None:
    """Writes predictions of one or more splits: row_id and a column for every truth column."""
    tables = [pd.DataFrame({"row_id": rows.row_ids, **predicted}) for rows, predicted in parts]
    pd.concat(tables).to_csv(path, index=False)
