"""Contrast of colours (WCAG 2.2, success criteria 1.4.3 and 1.4.11), compared unrounded."""

import re
from enum import StrEnum

from commune.core.rules.identifiers import Parsed
from commune.core.rules.refusals import NONE, Refusal, Refusals

_SHORT = re.compile(r"#[0-9a-fA-F]{3}")
_LONG = re.compile(r"#[0-9a-fA-F]{6}")


class Use(StrEnum):
    """What a pair of colours serves. Large text: from 24 px, or 18.66 px bold."""

    TEXT = "text"
    LARGE_TEXT = "large_text"
    GRAPHICS = "graphics"


LEAST = {Use.TEXT: 4.5, Use.LARGE_TEXT: 3.0, Use.GRAPHICS: 3.0}


def parse_colour(text: str) -> Parsed[str]:
    """Read ``#abc`` or ``#aabbcc`` into ``#aabbcc``. Refusals: ``required``, ``colour.form``."""
    colour = text.strip().lower()
    if _SHORT.fullmatch(colour):
        return Parsed("#" + "".join(digit * 2 for digit in colour[1:]))
    if _LONG.fullmatch(colour):
        return Parsed(colour)
    return Parsed(None, (Refusal("colour.form" if colour else "required"),))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 to 21, unrounded."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_shade(colour: str, against: str, use: Use = Use.TEXT) -> str:
    """The shade of ``colour`` nearest to it that passes against ``against``: itself when it does.

    Darker and lighter shades are mixes with black and white by steps of 1/255; of two equally
    near the darker wins. One of the two ends always passes: no colour is below 4.58 with both.
    """
    channels = _channels(colour)
    mixes = (
        "#" + "".join(f"{round(channel + (end - channel) * step / 255):02x}" for channel in channels)
        for step in range(256)
        for end in (0, 255)
    )
    return next(mixed for mixed in mixes if ratio(mixed, against) >= LEAST[use])


def contrast_refusals(foreground: str, background: str, use: Use = Use.TEXT, place: str = "") -> Refusals:
    """Why a pair of colours cannot be used together, with its ratio and the nearest shade that could."""
    found = ratio(foreground, background)
    if found >= LEAST[use]:
        return NONE
    data = {
        "foreground": foreground,
        "background": background,
        "ratio": found,
        "least": LEAST[use],
        "proposal": nearest_shade(foreground, background, use),
    }
    return (Refusal("contrast.low", data, place),)
