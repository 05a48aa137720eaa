"""The files of the demo newsroom, read."""

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class DemoBulletin:
    """One bulletin file. `role` says what becomes of it; empty: it is published."""

    title: str
    unit: str
    category: str
    genre: str
    lead: str
    body: str
    text_by: list[str]
    photo_by: list[str] = field(default_factory=list)
    photos: list[dict[str, str]] = field(default_factory=list)
    date: dt.date | None = None
    time: dt.time | None = None
    role: str = ""
    role_note: str = ""
    wrong: str = ""
    right: str = ""


def newsroom() -> dict[str, list[dict]]:
    """Units, successions, categories, genres and accounts, by those names."""
    return tomllib.loads((FOLDER / "newsroom.toml").read_text(encoding="utf-8"))


def bulletins() -> list[DemoBulletin]:
    """Every bulletin, by file name: the dated ones oldest first, then the rest."""
    paths = sorted((FOLDER / "bulletins").glob("*.toml"))
    return [
        DemoBulletin(**tomllib.loads(path.read_text(encoding="utf-8")))
        for path in paths
    ]
