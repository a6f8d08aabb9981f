"""Leads place mentions to places, and says which country the report is about."""

from collections import Counter
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rasad.lexicon import gazetteer
from rasad.model.mentions import PlaceMention, ResolvedPlace
from rasad.model.words import Words


def resolve(words: Words, mentions: Sequence[PlaceMention]) -> tuple[list[ResolvedPlace], str | None]:
    """(resolved places in order, ISO code of the report's country)."""
    index = gazetteer.load()
    found: list[ResolvedPlace] = []
    votes: Counter[str] = Counter()
    for m in mentions:
        match = index.find(words, m.first)
        if match is None:
            continue
        p = match.payloads[0]
        votes[p.country] += 1
        found.append(
            ResolvedPlace(
                m, p.id, p.name, p.name_ar, p.admin1, p.admin2, p.country, p.latitude, p.longitude, p.radius_km,
                len(match.payloads), "first candidate",
            )  # fmt: skip
        )
    return found, votes.most_common(1)[0][0] if votes else None


@Language.component(
    "rasad_georesolve", requires=["doc._.words", "doc._.place_mentions"], assigns=["doc._.places", "doc._.country"]
)
def component(doc: Doc) -> Doc:
    """Fills `doc._.places` and `doc._.country`."""
    doc._.places, doc._.country = resolve(doc._.words, doc._.place_mentions)
    return doc
