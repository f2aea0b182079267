"""Lesson 5: the staircase and 15 days of learning."""

import pandas as pd


def answer(path):
    """`path` is the table of trials."""
    trials = pd.read_csv(path)
    trials["pulled"] = trials["pull_onset"].notna()
    trials["success"] = trials["outcome"] == "success"

    # first a rate for each mouse and day, so that every mouse counts the same
    rates = trials.groupby(["day", "subject"])["pulled"].mean()
    response_rate = rates.groupby("day").median()

    first = trials[trials["subject"] == trials["subject"].iloc[0]]
    required = []
    seconds = 0.001
    for day, of_day in first.groupby("day"):
        if day > 1:
            seconds = max(0.001, seconds - 0.1)
        recent = []
        for success in of_day["success"]:
            required.append(seconds)
            recent = [*recent, success][-20:]
            if len(recent) == 20 and sum(recent) >= 16 and seconds < 0.4:
                seconds = min(0.4, seconds + 0.05)
                recent = []

    return {"responseRate": response_rate, "requiredSeconds": required}


if __name__ == "__main__":
    print(answer("../data/learning/trials.csv"))
