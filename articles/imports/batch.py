"""Many bulletins in one run: each is kept whole or not at all, and each is accounted for."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.db import OperationalError, ProgrammingError
from django.utils.translation import gettext_lazy as _

from articles.editorial.refusal import Refused
from articles.imports import loader, readers, sources
from articles.imports.refusals import SourceError, UnreadableBulletin

logger = logging.getLogger(__name__)

PUBLISHED = "published"
DRAFT = "draft"
KNOWN = "known"
PLANNED = "planned"
FAILED = "failed"
LABELS = {
    PUBLISHED: _("published"),
    DRAFT: _("kept as drafts"),
    KNOWN: _("were here already"),
    PLANNED: _("could be imported"),
    FAILED: _("could not be imported"),
}


@dataclass(frozen=True)
class Result:
    """What became of one bulletin; `reason` is the sentence why it failed."""

    source: str
    outcome: str
    article: int | None = None
    title: str = ""
    reason: str = ""
    remarks: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def count(paths: Iterable[Path]) -> int:
    """How many bulletins the paths hold. Raises SourceError before anything is read."""
    return sum(1 for _item in sources.find(paths))


def run(
    paths: Iterable[Path], defaults: loader.Defaults, *, mode: str = DRAFT
) -> Iterator[Result]:
    """Import one bulletin after the other and say what became of each.

    `mode` is what to make of them: DRAFT, PUBLISHED, or PLANNED to write nothing.
    """
    for item in sources.find(paths):
        try:
            yield _one(item, defaults, mode)
        except (UnreadableBulletin, SourceError, Refused) as refusal:
            yield Result(item.name, FAILED, reason=str(refusal))
        except (OperationalError, ProgrammingError):
            raise  # the database itself is out of order, and with it the whole run
        except Exception:
            # One bulletin that nobody thought of must not hold up ten thousand others.
            logger.exception("Importing %s failed", item.name)
            reason = str(_("Something unexpected happened; the log has the details."))
            yield Result(item.name, FAILED, reason=reason)


def _one(item: sources.Item, defaults: loader.Defaults, mode: str) -> Result:
    bulletin = readers.read(item)
    said = {"title": bulletin.title, "dropped": bulletin.dropped}
    if known := loader.known_as(bulletin):
        return Result(item.name, KNOWN, article=known.pk, **said)
    plan = loader.plan(bulletin, item, defaults)
    said["remarks"] = plan.remarks
    if mode == PLANNED:
        return Result(item.name, PLANNED, **said)
    article = loader.load(plan, publish=mode == PUBLISHED)
    is_out = article.editions.exists()
    return Result(item.name, PUBLISHED if is_out else DRAFT, article=article.pk, **said)


def tally(results: list[Result]) -> dict[str, int]:
    """How many had which outcome; outcomes that nobody had are left out."""
    counted = Counter(result.outcome for result in results)
    return {outcome: counted[outcome] for outcome in LABELS if counted[outcome]}


def report(results: list[Result]) -> dict:
    """The whole run as plain data for a JSON file."""
    return {
        "summary": tally(results),
        "bulletins": [asdict(result) for result in results],
    }
