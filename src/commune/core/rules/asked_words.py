"""What a person types into a search field, as a question that the catalog always understands."""

import re

MOST = 20
"""Words of one question; the others are left out."""
_WORD = re.compile(r"\w+")
_WORDS_OF_GRAMMAR = frozenset({"and", "or", "not"})


def catalog_question(text: str) -> str:
    """All the words, each whole (whatever its ending) or as the beginning of one; ``""`` when there is none.

    Signs of the catalog's grammar are taken as spaces, its words left out: no question is ill-formed.
    """
    words = [word for word in _WORD.findall(text) if word.casefold() not in _WORDS_OF_GRAMMAR and word.strip("_")]
    return " AND ".join(f"({word} OR {word}*)" for word in dict.fromkeys(words[:MOST]))
