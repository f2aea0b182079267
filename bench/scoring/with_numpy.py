"""AUC and the bootstrap as one would write them with numpy and scikit-learn: whole arrays, no loop over resamples."""
import json
import sys
import time

import numpy as np
from sklearn.metrics import roc_auc_score

what, rounds = sys.argv[1], int(sys.argv[2])
rng = np.random.default_rng(1)


def least_ms(work):
    times = []
    for _ in range(rounds + 2):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return min(times[2:])


def labelled(*shape):
    truth = rng.integers(0, 2, shape)
    return truth, 0.5 * truth + rng.random(shape)


if what == "auc":
    truth, scores = labelled(1_000_000)
    print(json.dumps({"ms": least_ms(lambda: roc_auc_score(truth, scores))}))
else:
    subjects, sessions, windows, resamples = 25, 15, 200, 2000
    truth, scores = labelled(subjects, sessions, windows)

    def session_aucs():
        return np.array(
            [[roc_auc_score(truth[s, d], scores[s, d]) for d in range(sessions)] for s in range(subjects)]
        )

    def bootstrap(aucs):
        drawn = rng.integers(0, subjects, (resamples, subjects))
        days = rng.integers(0, sessions, (resamples, subjects, sessions))
        means = aucs[drawn[:, :, None], days].mean(axis=2).mean(axis=1)
        return np.percentile(means, [2.5, 97.5])

    aucs = session_aucs()
    both = least_ms(lambda: bootstrap(session_aucs()))
    print(json.dumps({"ms": both, "resamplingMs": least_ms(lambda: bootstrap(aucs))}))
