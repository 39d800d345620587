"""Whether words are English; the rules know no other language, and silence is better than a guess."""

import re

_OTHERS_WORDS = """
    el la los las un una de del que por para con no se lo su está fue como pero más sin le les des et est une dans pour pas qui
    sur avec au aux ce cette nous der die das und nicht ist ein eine den dem mit auf für von zu im wir war wurde il che di non
    per con sono gli della è não uma os as um em foi na nem het een van niet op dat was voor yang dan tidak untuk dengan pada
    ini itu di ke dari och att det som inte är på nie jest się na do że bir ve için bu ile
"""
_ENGLISH_WORDS = """
    the a an and or but of to in on at by for from with without into is are was were be been being has have had do does did not
    this that these those it its he she they we you i his her their our your my who what when where why how should could would
    can will must may might if then than as so because more after before during again no one all any some
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHERS = frozenset(_OTHERS_WORDS.split()) - _ENGLISH
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Return whether `text` may be English: its letters are Latin and the small words of no other language outnumber its own."""
    if text.isascii() and len(text) < 25:
        return True
    words = _WORD.findall(text.lower())
    if not text.isascii():
        letters = "".join(words)
        if sum(c > "\u024f" for c in letters) * 5 > len(letters):
            return False
    if _OTHERS.isdisjoint(words):
        return True
    others = sum(word in _OTHERS for word in words)
    return others < 2 or others <= sum(word in _ENGLISH for word in words)
