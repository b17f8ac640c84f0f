"""The look of an authority: a logo, and pairs of colours that can be read (WCAG 2.2, 1.4.3)."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.fields import Faults
from commune.core.rules.authority.settings import at
from commune.core.rules.contrast import contrast_refusals

DEFAULTS = {
    "primary": "#1d4f76",
    "on_primary": "#ffffff",
    "secondary": "#33475b",
    "on_secondary": "#ffffff",
    "accent": "#8a3b12",
    "on_accent": "#ffffff",
}
WHITE = "#ffffff"
LOGOS = (".svg", ".png")


def theme_faults(theme: Mapping[str, Any], files: Collection[str]) -> Faults:
    """Faults of ``[theme]``: colours, pairs that cannot be read, a logo that is not there.

    Every colour is used behind its ``on_`` colour, and primary and accent as text on white.
    """
    known = (*DEFAULTS, "logo")
    faults: Faults = [
        fault("choice", at(f"theme.{key}"), expected=", ".join(known)) for key in theme if key not in known
    ]
    for key in DEFAULTS:
        if key in theme and not _is_colour(theme[key]):
            faults.append(fault("form", at(f"theme.{key}"), theme[key], "#rrggbb"))
    faults += _logo_faults(theme.get("logo"), files)
    return faults or _pair_faults(colours(theme))


def colours(theme: Mapping[str, Any]) -> dict[str, str]:
    """All colours, those that the profile does not name at their default."""
    return {key: theme.get(key, default) for key, default in DEFAULTS.items()}


def _logo_faults(logo: Any, files: Collection[str]) -> Faults:
    if logo is None:
        return []
    if not isinstance(logo, str) or not logo.endswith(LOGOS):
        return [fault("form", at("theme.logo"), logo, "a file .svg or .png")]
    return [] if logo in files else [fault("reference", at("theme.logo"), logo, "a file of the profile")]


def _pair_faults(found: Mapping[str, str]) -> Faults:
    pairs = [(f"on_{key}", found[f"on_{key}"], key, found[key]) for key in ("primary", "secondary", "accent")]
    pairs += [(key, found[key], "white", WHITE) for key in ("primary", "accent")]
    return [
        fault("contrast", at(f"theme.{front}"), f"{one} on {behind} {other}: {_figure(low.data)}", _wish(low.data))
        for front, one, behind, other in pairs
        for low in contrast_refusals(one, other)
    ]


def _figure(data: Mapping[str, object]) -> str:
    return f"{data['ratio']:.3f}"


def _wish(data: Mapping[str, object]) -> str:
    return f"at least {data['least']} to 1, such as {data['proposal']}"


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value) is not None
