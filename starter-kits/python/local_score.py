"""The challenge's score, as `braidyn score` computes it: a metric a session, then means over sessions and over mice."""

import numpy as np
from sklearn.metrics import r2_score, roc_auc_score

from bundle import Rows


def spearman(truth: np.ndarray, predicted: np.ndarray) -> float:
    """Correlation of ranks; ties share their mean rank."""
    ranks = [np.unique(values, return_inverse=True, return_counts=True)[1:] for values in (truth, predicted)]
    first, second = ((np.cumsum(counts) - (counts - 1) / 2)[places] for places, counts in ranks)
    return float(np.corrcoef(first, second)[0, 1])


METRICS = {"roc_auc": roc_auc_score, "r2": r2_score, "spearman": spearman}


def local_score(definition: dict, rows: Rows, predicted: "dict[str, np.ndarray]") -> "float | None":
    """The primary metric, the mean over the truth columns; None for a metric that this file lacks."""
    metric = METRICS.get(definition["metrics"]["primary"])
    if metric is None or rows.truth is None:
        return None
    by_subject = definition["aggregation"] == "subject"
    scores = [
        column_score(metric, rows, rows.truth[column], predicted[column], by_subject)
        for column in definition["truth"]
    ]
    return float(np.mean(scores))


def column_score(metric, rows: Rows, truth: np.ndarray, predicted: np.ndarray, by_subject: bool) -> float:
    groups = rows.subjects if by_subject else rows.sessions
    per_subject: "dict[str, list[float]]" = {}
    for group in np.unique(groups):
        here = (groups == group) & np.isfinite(truth)
        if len(np.unique(truth[here])) < 2:
            continue  # nothing to tell apart: the metric is not defined
        value = metric(truth[here], predicted[here])
        per_subject.setdefault(rows.subjects[here][0], []).append(value)
    return float(np.mean([np.mean(values) for values in per_subject.values()]))
