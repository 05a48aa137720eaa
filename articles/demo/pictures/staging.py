"""Who stands in front of whom: things are collected and painted from the back to the front."""

from collections.abc import Callable


class Staging:
    """`add` a drawing with the level it stands on; `paint` draws the highest level first."""

    def __init__(self):
        self._acts: list[tuple[float, Callable[[], object]]] = []

    def add(self, level: float, act: Callable[..., object], *args, **options) -> None:
        self._acts.append((level, lambda: act(*args, **options)))

    def paint(self) -> None:
        for _, act in sorted(self._acts, key=lambda pair: pair[0]):
            act()
