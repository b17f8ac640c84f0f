"""French words brought to one form, so that plural and singular meet."""

_ENDINGS = (("eaux", "eau", 4), ("aux", "al", 5), ("ail", "al", 6), ("ails", "al", 7))


def stem(word: str) -> str:
    """Light stem of a folded word (lower case, no accents): plural and mute endings; numbers stay as they are."""
    if word.isdigit():
        return word
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)] + instead
            break
    if len(word) >= 4 and word[-1] in "sx":
        word = word[:-1]
    if len(word) >= 5 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] if len(word) >= 4 and word[-1] == word[-2] else word
