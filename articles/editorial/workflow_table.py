"""The workflow as a table for the README, drawn from the transitions and the roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation

from articles.editorial import roles, workflow
from articles.models import Article, Status, Unit

HEAD = ["| step | from | to | who | reason |", "| --- | --- | --- | --- | --- |"]
SOMEBODY, SOMEBODY_ELSE = 1, 2  # keys of accounts that need not exist


@dataclass(frozen=True)
class RoleHolder:
    """As much of an account as the permissions ask for; it writes for every unit it names."""

    codenames: frozenset[str]
    pk: int = SOMEBODY

    def has_perm(self, name: str) -> bool:
        return name.removeprefix("articles.") in self.codenames

    @property
    def memberships(self):
        return self

    def filter(self, **conditions):
        return self

    def exists(self) -> bool:
        return True


def table() -> list[str]:
    """Markdown lines, in English: a row for every transition."""
    with translation.override("en"):
        return [*HEAD, *map(_row, workflow.TRANSITIONS)]


def _row(step: workflow.Transition) -> str:
    cells = [
        str(step.label),
        ", ".join(str(status.label) for status in step.sources),
        _target(step),
        "; ".join(_who(step)),
        "required" if step.needs_reason else "–",
    ]
    return f"| {' | '.join(cells)} |"


def _target(step: workflow.Transition) -> str:
    if not step.keeps:
        return str(step.target.label)
    moved = [str(each.label) for each in step.sources if each not in step.keeps]
    return f"{step.target.label} from {', '.join(moved)}; else as it was"


def _who(step: workflow.Transition) -> Iterator[str]:
    """Who may take the step with any bulletin, and who with their own alone."""
    with_any = _holders(step, created_by=SOMEBODY_ELSE)
    with_own = [
        role for role in _holders(step, created_by=SOMEBODY) if role not in with_any
    ]
    if with_any:
        yield ", ".join(with_any)
    if with_own:
        yield f"their own: {', '.join(with_own)}"


def _holders(step: workflow.Transition, *, created_by: int) -> list[str]:
    return [
        role
        for role, codenames in roles.ROLES.items()
        if any(
            step.is_allowed(RoleHolder(frozenset(codenames)), article)
            for article in _articles(step.sources, created_by)
        )
    ]


def _articles(statuses: tuple[Status, ...], created_by: int) -> Iterator[Article]:
    for status in statuses:
        yield Article(unit=Unit(pk=1), created_by_id=created_by, status=status)
