"""What a user may set, as one frozen object."""

from dataclasses import dataclass

from rasad.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of the pipeline.

    min_confidence: records below it are left out of the result. Default 0.0, nothing is left out; effect: fewer and
    surer records; danger: real events without a named side or place are the first to go.

    max_characters: a longer text is refused. Default 20 million, four times the largest report we test; danger of more:
    memory, about 1 kB a word.
    """

    min_confidence: float = 0.0
    max_characters: int = 20_000_000

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise SettingsError(f"min_confidence is {self.min_confidence}, not between 0 and 1")
        if self.max_characters < 1:
            raise SettingsError(f"max_characters is {self.max_characters}, not at least 1")
