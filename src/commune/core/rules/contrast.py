"""Contrast of two colours (WCAG 2.2, success criteria 1.4.3 and 1.4.11), never rounded."""

import re
from dataclasses import dataclass

from commune.core.rules.identifiers import Parsed
from commune.core.rules.refusals import NONE, Refusal, Refusals

_SHORT = re.compile(r"#[0-9a-fA-F]{3}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Minimum:
    """The smallest ratio for a use of two colours, with its source."""

    ratio: float
    source: str


TEXT = Minimum(4.5, "WCAG 2.2, 1.4.3")
LARGE_TEXT = Minimum(3.0, "WCAG 2.2, 1.4.3 (24 px and more, or 18.66 px bold)")
GRAPHICS = Minimum(3.0, "WCAG 2.2, 1.4.11")


def is_colour(text: object) -> bool:
    """Whether the text is a colour written ``#rrggbb``."""
    return isinstance(text, str) and _COLOUR.fullmatch(text) is not None


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 (black) to 1 (white); ``ValueError`` for anything else."""
    if not is_colour(colour):
        raise ValueError(f"not a colour: {colour}")
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def ratio(one: str, other: str) -> float:
    """Contrast of two colours ``#rrggbb``, 1 to 21, whichever is in front; ``ValueError`` for anything else."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def enough(one: str, other: str, minimum: Minimum = TEXT) -> bool:
    """Whether the pair may be used: compared unrounded, the limit itself is enough."""
    return ratio(one, other) >= minimum.ratio


def parse_colour(text: str) -> Parsed[str]:
    """Read ``#abc`` or ``#aabbcc`` into ``#aabbcc``. Refusals: ``required``, ``colour.form``."""
    colour = text.strip().lower()
    if _SHORT.fullmatch(colour):
        colour = "#" + "".join(digit * 2 for digit in colour[1:])
    if is_colour(colour):
        return Parsed(colour)
    return Parsed(None, (Refusal("colour.form" if colour else "required"),))


def nearest_shade(colour: str, against: str, minimum: Minimum = TEXT) -> str:
    """The shade of ``colour`` nearest to it that passes against ``against``: itself when it does.

    Darker and lighter shades are mixes with black and white by steps of 1/255; of two equally
    near the darker wins. One of the two ends always passes: no colour is below 4.58 with both.
    """
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    mixes = (
        "#" + "".join(f"{round(channel + (end - channel) * step / 255):02x}" for channel in channels)
        for step in range(256)
        for end in (0, 255)
    )
    return next(mixed for mixed in mixes if enough(mixed, against, minimum))


def contrast_refusals(foreground: str, background: str, minimum: Minimum = TEXT, place: str = "") -> Refusals:
    """Why a pair of colours cannot be used together, with its ratio and the nearest shade that could."""
    if enough(foreground, background, minimum):
        return NONE
    data = {
        "foreground": foreground,
        "background": background,
        "ratio": ratio(foreground, background),
        "least": minimum.ratio,
        "source": minimum.source,
        "proposal": nearest_shade(foreground, background, minimum),
    }
    return (Refusal("contrast.low", data, place),)
