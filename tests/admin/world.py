"""A small newsroom for the table of rights: one person's and others' bulletins."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from articles.editorial import editing, publishing, workflow
from articles.models import (
    Article,
    Autosave,
    Membership,
    PreviewLink,
    ReaderReport,
    Remark,
)
from tests.attachments.making import place_attachment
from tests.factories import make_unit, make_user, publish

FORM_KEY = "mau-cua-toi"


@dataclass(frozen=True)
class World:
    """One person, and bulletins in every state: by name of the state."""

    person: object
    articles: dict[str, Article] = field(default_factory=dict)


def build(person: User) -> World:
    """Bulletins of the person's and of others', at home and elsewhere, in every state."""
    is_person = person.pk is not None
    home, elsewhere = make_unit(), make_unit()
    colleague = make_user()
    world = World(person)
    if is_person:
        Membership.objects.create(user=person, unit=home)
    writers = {"own": (person, home), "colleague's": (colleague, home)}
    writers |= {"other's": (colleague, elsewhere), "own elsewhere": (person, elsewhere)}
    for whose, (writer, unit) in writers.items():
        for state in STATES if whose in ("own", "other's") else ["draft"]:
            article = _write(writer if is_person else colleague, unit)
            STATES[state](article)
            Remark.objects.create(article=article, author=colleague, text="Xem lại.")
            _link(article, colleague)
            if is_person:
                type_something(article, person)
            world.articles[f"{whose} {state}"] = article
    return world


def _write(writer: User, unit) -> Article:
    """A draft that the writer made, whatever role they have had since."""
    powers = User(pk=writer.pk, username=writer.username, is_superuser=True)
    article = Article(title="Tin", lead="Sapô.", body="<p>Chữ.</p>", unit=unit)
    editing.save_new(article, actor=powers)
    place_attachment(article)
    article.title = "Tin hai"
    return editing.save_edit(article, actor=powers, changed=["title"])


def type_something(article: Article | None, user: User) -> None:
    Autosave.objects.create(
        article=article,
        user=user,
        form_key=FORM_KEY,
        data={"title": "Đang gõ"},
        based_on=1,
        saved_at=timezone.now(),
    )


def report_something() -> None:
    """A reader's word on a bulletin."""
    edition = publish()
    ReaderReport.objects.create(
        article_id=edition.article_id,
        edition_number=edition.number,
        text="Sai ngày họp",
        reported_at=timezone.now(),
    )


def _link(article: Article, creator: User) -> None:
    now = timezone.now()
    PreviewLink.objects.create(
        article=article,
        token_digest=f"{article.pk}",
        reader="Ông Tám",
        created_by=creator,
        created_at=now,
        expires_at=now + timedelta(days=1),
    )


def _go(*steps: Callable[[Article], object]) -> Callable[[Article], None]:
    def go(article):
        for step in steps:
            step(article)

    return go


def _perform(step, note="") -> Callable[[Article], object]:
    return lambda article: workflow.perform(step, article, actor=None, note=note)


def _schedule(article):
    at = timezone.now() + timedelta(days=1)
    publishing.publish(article, actor=None, at=at)


def _publish(article):
    publishing.publish(article, actor=None)


def _withdraw(article):
    publishing.withdraw(article, actor=None, reason="Số liệu sai.")


SUBMITTED = _perform(workflow.SUBMIT)
STATES = {
    "draft": _go(),
    "submitted": _go(SUBMITTED),
    "edited": _go(SUBMITTED, _perform(workflow.ACCEPT)),
    "returned": _go(SUBMITTED, _perform(workflow.RETURN, "Thiếu số liệu.")),
    "published": _go(_publish),
    "scheduled": _go(_schedule),
    "withdrawn": _go(_publish, _withdraw),
}
