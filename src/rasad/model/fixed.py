"""Small values that nobody changes: the type checker forbids it, and nothing is asked at run time.

A frozen dataclass sets each of its fields through `object.__setattr__`, which makes it several times as slow to make, and a
report makes hundreds.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(cls: type[T]) -> type[T]:
    """A dataclass with slots that compares and hashes by its fields; mypy takes it for frozen."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
