"""The head of the front page: a few live bulletins that the desk put there, in order.

Readers see them only while they are live; without any, the newest bulletin leads. Every
change is a line of the register's history.
"""

from dataclasses import dataclass

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.refusal import Refused
from articles.models import Edition, FrontStory
from articles.search.query import find

MOST = 5
OFFERED = 20  # bulletins to choose from
UP, DOWN = -1, 1


class NotLeading(Refused):
    """The bulletin cannot stand at the head, or not any further up or down."""


@dataclass(frozen=True)
class Lead:
    """`edition` is what readers see; None where they no longer see the bulletin."""

    story: FrontStory
    edition: Edition | None


def may_arrange(user) -> bool:
    return user.has_perm("articles.publish_article")


def leads() -> list[Lead]:
    """Those chosen, in order, whether readers see them or not."""
    stories = FrontStory.objects.select_related("article")
    stories = list(stories.only("position", "article__title"))
    keys = [story.article_id for story in stories]
    live = Edition.objects.live().filter(article__in=keys).for_cards()
    editions = {edition.article_id: edition for edition in live}
    return [Lead(story, editions.get(story.article_id)) for story in stories]


def to_choose_from(typed: str = "") -> list[Edition]:
    """Live bulletins with every word typed, whatever the marks; without, the newest."""
    editions = find(typed) if typed.strip() else Edition.objects.live().newest_first()
    chosen = FrontStory.objects.values("article")
    return list(editions.exclude(article__in=chosen).for_cards()[:OFFERED])


@transaction.atomic
def add(article_id: int, *, actor) -> FrontStory:
    """Put a live bulletin first. Raises NotLeading or PermissionDenied."""
    stories = _locked(actor)
    if any(story.article_id == article_id for story in stories):
        raise NotLeading(_("This bulletin is a lead story already."))
    if len(stories) >= MOST:
        raise NotLeading(
            _("There are %(most)s lead stories already. Remove one first.")
            % {"most": MOST}
        )
    if not Edition.objects.live().filter(article=article_id).exists():
        raise NotLeading(_("Readers do not see this bulletin: it cannot lead."))
    story = FrontStory.objects.create(article_id=article_id)
    _number([story, *stories])
    _record(story, ADDITION, _("Became the first lead story."), actor=actor)
    return story


@transaction.atomic
def move(article_id: int, *, by: int, actor) -> None:
    """One place `UP` or `DOWN`. Raises NotLeading or PermissionDenied."""
    stories = _locked(actor)
    story = _chosen(stories, article_id)
    place = stories.index(story) + by
    if not 0 <= place < len(stories):
        raise NotLeading(_("The lead story stands at the end already."))
    stories.remove(story)
    stories.insert(place, story)
    _number(stories)
    said = _("Moved to place %(place)s.") % {"place": place + 1}
    _record(story, CHANGE, said, actor=actor)


@transaction.atomic
def remove(article_id: int, *, actor) -> None:
    """Raises NotLeading or PermissionDenied; the bulletin itself stays as it is."""
    stories = _locked(actor)
    story = _chosen(stories, article_id)
    _record(story, DELETION, _("Is no longer a lead story."), actor=actor)
    story.delete()


def _locked(actor) -> list[FrontStory]:
    """The stories in order; whoever else arranges them waits. None is the system."""
    if actor is not None and not may_arrange(actor):
        raise PermissionDenied
    list(FrontStory.objects.select_for_update().order_by("pk").values_list("pk"))
    # Asked again: what somebody added before the lock was ours is not in the answer.
    return list(FrontStory.objects.select_related("article"))


def _chosen(stories: list[FrontStory], article_id: int) -> FrontStory:
    for story in stories:
        if story.article_id == article_id:
            return story
    raise NotLeading(_("This bulletin is no longer a lead story."))


def _number(stories: list[FrontStory]) -> None:
    for position, story in enumerate(stories, start=1):
        story.position = position
    FrontStory.objects.bulk_update(stories, ["position"])


def _record(story: FrontStory, flag: int, said: str, *, actor) -> None:
    if actor is not None:
        LogEntry.objects.log_actions(actor.pk, [story], flag, said, single_object=True)
