import pytest
from django.core.exceptions import PermissionDenied

from articles.editorial import workflow
from articles.models import Article, Status
from articles.models.event import NEED_A_REASON
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

ROADS = [
    (step, source)
    for step in workflow.TRANSITIONS
    for source in Status
    if source in step.sources
]
DEAD_ENDS = [
    (step, source)
    for step in workflow.TRANSITIONS
    for source in Status
    if source not in step.sources
]


def article_in(status):
    article = make_article()
    Article.objects.filter(pk=article.pk).update(status=status)
    return article


def named(value):
    return getattr(value, "name", value)


@pytest.mark.parametrize(("step", "source"), ROADS, ids=named)
def test_every_step_reaches_its_target_and_is_recorded(step, source):
    article = article_in(source)
    workflow.perform(step, article, actor=None, note="vì sao")
    article.refresh_from_db()
    event = article.events.first()
    assert article.status == step.leads_to(source)
    assert (event.action, event.note) == (step.name, "vì sao")
    assert event.details == {"from": source.value, "to": step.leads_to(source).value}


@pytest.mark.parametrize(("step", "source"), DEAD_ENDS, ids=named)
def test_a_step_from_elsewhere_is_refused(step, source):
    article = article_in(source)
    with pytest.raises(workflow.TransitionNotAllowed, match=str(source.label)):
        workflow.perform(step, article, actor=None, note="vì sao")
    article.refresh_from_db()
    assert (article.status, article.events.count()) == (source, 1)


@pytest.mark.parametrize("step", workflow.TRANSITIONS, ids=named)
def test_a_step_needs_its_permission(step):
    article = article_in(step.sources[0])
    with pytest.raises(PermissionDenied):
        workflow.perform(step, article, actor=make_user("view_article"), note="vì sao")
    article.refresh_from_db()
    assert article.status == step.sources[0]


def test_the_database_asks_for_the_same_reasons():
    needing = {step.name for step in workflow.TRANSITIONS if step.needs_reason}
    assert needing == set(NEED_A_REASON) == {"return", "withdraw"}


@pytest.mark.parametrize(
    "step", [step for step in workflow.TRANSITIONS if step.needs_reason], ids=named
)
def test_a_step_that_hurts_needs_a_reason(step):
    article = article_in(step.sources[0])
    with pytest.raises(workflow.ReasonMissing):
        workflow.perform(step, article, actor=None, note="  ")


def test_of_two_at_once_the_second_is_refused():
    article = article_in(Status.SUBMITTED)
    stale = Article.objects.get(pk=article.pk)
    workflow.perform(workflow.ACCEPT, article, actor=None)
    with pytest.raises(workflow.TransitionNotAllowed):
        workflow.perform(workflow.ACCEPT, stale, actor=None)
