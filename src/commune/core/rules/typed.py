"""What people and programs type where a number is expected."""

import re

WHOLE = re.compile(r"\s*(-?[0-9]{1,9})\s*")


def whole(text: object, otherwise: int) -> int:
    """The whole number that was typed, of at most nine digits, or ``otherwise`` when it is none.

    No other script's digits, no exponent, no thousand separator: an address or a hidden field holds none of them.
    """
    found = WHOLE.fullmatch(str(text))
    return int(found[1]) if found else otherwise
