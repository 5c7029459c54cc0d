"""The words by which minutes speak of the next meeting."""

import re

_NEXT = re.compile(
    r"seuraavan?\s+(?:\w+\s+)?\w*(?:kokou|tapaami|palaver|istun)\w*"
    r"|(?<!vid )(?<!till )(?<!före )(?<!innan )(?<!inför )(?:nästa|följande)\s+(?:\w*möte\w*|träff\w*|sammanträde\w*)"
    r"|(?<!before the )next meeting",
    re.IGNORECASE,
)
_NEXT_TIME = re.compile(
    r"seuraavan? ker(?:ran|ta)|ensi ker(?:ran|ta|ralla)|nästa gång|följande gång|next time", re.IGNORECASE
)
_PREPARING = re.compile(
    r"mennessä|viimeistään|lähet|toimite|aineisto|esityslista|asialista|ilmoitt|sovitaan|päätetään|valmistel|kutsu|"
    r"senast|skicka|material|föredragningslist|dagordning|anmäl|bestäm|beslut|bered|kallel|inför|"
    r"deadline|register|agenda|sent\b|sign up",
    re.IGNORECASE,
)
"""Words for what is done before a meeting: the day beside them is not its own."""
_MEETS = re.compile(
    r"kokoon|tava(?:taan|ta|nnut)|kokous|kokoust|möt[se]|träff|samla|sammanträ|\bses\b|meet", re.IGNORECASE
)


def is_about_next(sentence: str) -> bool:
    """Return whether a sentence says when the next meeting is: `nästa gång` may be said of anything else."""
    mention = _NEXT.search(sentence) or (_NEXT_TIME.search(sentence) and _MEETS.search(sentence))
    return bool(mention) and not is_preparing(sentence)


def is_preparing(sentence: str) -> bool:
    """Return whether a sentence speaks of what is done before a meeting: `esityslista lähetetään`."""
    return bool(_PREPARING.search(sentence))


def is_head_of_next(text: str) -> bool:
    """Return whether a heading announces when people meet again."""
    return bool(_NEXT.search(text) or _NEXT_TIME.search(text))


def without_next(text: str) -> str:
    """Leave out the words for the next meeting."""
    return _NEXT.sub("", text, count=1).lstrip(" :")
