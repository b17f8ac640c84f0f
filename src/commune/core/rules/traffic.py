"""The traffic light of a deadline: late, soon or fine."""

from datetime import date


def light(due: date, today: date, soon: int) -> str:
    """``late`` after the day itself, ``soon`` from ``soon`` days before it (inclusive), else ``fine``.

    ``due`` is the last day that is in time (inclusive); days are counted as they come, worked or not.
    """
    left = (due - today).days
    if left < 0:
        return "late"
    return "soon" if left <= soon else "fine"
