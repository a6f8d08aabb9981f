"""Somebody's kin with the pronoun of whose they are (صديقه، زوجته، والدها)."""

from typing import Final

from rasad.lexicon import wordclass

#: زوجة شقيقه: whose kin somebody is, not two persons.
KIN: Final = wordclass.words("own_kin")
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
#: صديقه, زوجته: right behind a person, without و, they are another one (قتل شاب صديقه), never what describes him.
OWN_KIN: Final = frozenset((noun[:-1] + "ت" if noun.endswith("ه") else noun) + pronoun for noun in KIN for pronoun in _PRONOUNS)
