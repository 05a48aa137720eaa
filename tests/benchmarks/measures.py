from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One figure, and the most that it may be."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def is_within(self) -> bool:
        return self.limit is None or self.value <= self.limit
