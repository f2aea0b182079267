"""Lesson 5: the staircase and 15 days of learning."""

import pandas as pd


def answer(path):
    """`path` is the table of trials."""
    trials = pd.read_csv(path)
    trials["pulled"] = trials["pull_onset"].notna()
    trials["success"] = trials["outcome"] == "success"

    # TODO 1: for each day the median over mice of the share of trials with a pull
    response_rate = None

    # TODO 2: T_pull of every trial of the first mouse, by the rule
    first = trials[trials["subject"] == trials["subject"].iloc[0]]
    required = None
    for day, of_day in first.groupby("day"):
        for success in of_day["success"]:
            pass

    return {"responseRate": response_rate, "requiredSeconds": required}


if __name__ == "__main__":
    print(answer("../data/learning/trials.csv"))
