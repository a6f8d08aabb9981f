"""Somebody's kin with the pronoun of whose they are (صديقه، زوجته، والدها)."""

from typing import Final

from rasad.lexicon import wordclass

_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
#: صديقه, زوجته: right behind a person, without و, they are another one (قتل شاب صديقه), never what describes him.
OWN_KIN: Final = frozenset(
    (noun[:-1] + "ت" if noun.endswith("ه") else noun) + pronoun for noun in wordclass.words("own_kin") for pronoun in _PRONOUNS
)
