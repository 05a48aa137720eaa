"""The transitions, as data; and the one function that performs them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial import audit, permissions
from articles.editorial.refusal import Refused
from articles.models import Article, Status


class TransitionNotAllowed(Refused):
    """The article is not in a status from which the transition can start."""


class ReasonMissing(Refused):
    """The transition has to be explained, and wasn't."""


BEFORE_PUBLICATION = (Status.DRAFT, Status.SUBMITTED, Status.EDITED, Status.RETURNED)


@dataclass(frozen=True)
class Transition:
    name: str
    label: Promise
    sources: tuple[Status, ...]
    target: Status
    is_allowed: Callable[..., bool]
    needs_reason: bool = False
    keeps: tuple[
        Status, ...
    ] = ()  # sources in which the working copy stays where it is

    def leads_to(self, status: Status) -> Status:
        """Where the working copy stands after the step, if it stood at `status`."""
        return status if status in self.keeps else self.target


SUBMIT = Transition(
    "submit",
    gettext_lazy("Submit for editing"),
    (Status.DRAFT, Status.RETURNED),
    Status.SUBMITTED,
    permissions.can_submit,
)
ACCEPT = Transition(
    "accept",
    gettext_lazy("Mark as edited"),
    (Status.SUBMITTED,),
    Status.EDITED,
    permissions.can_review,
)
RETURN = Transition(
    "return",
    gettext_lazy("Return to the author"),
    (Status.SUBMITTED, Status.EDITED),
    Status.RETURNED,
    permissions.can_review,
    needs_reason=True,
)
PUBLISH = Transition(
    "publish",
    gettext_lazy("Publish"),
    (Status.DRAFT, Status.SUBMITTED, Status.EDITED, Status.PUBLISHED, Status.WITHDRAWN),
    Status.PUBLISHED,
    permissions.can_publish,
)
CANCEL = Transition(
    "cancel",
    gettext_lazy("Cancel the schedule"),
    (*BEFORE_PUBLICATION, Status.PUBLISHED),
    Status.DRAFT,
    permissions.can_publish,
    keeps=BEFORE_PUBLICATION,  # the text went on while an older one waited
)
WITHDRAW = Transition(
    "withdraw",
    gettext_lazy("Withdraw"),
    (*BEFORE_PUBLICATION, Status.PUBLISHED),
    Status.WITHDRAWN,
    permissions.can_withdraw,
    needs_reason=True,
)
REOPEN = Transition(
    "reopen",
    gettext_lazy("Change again"),
    (Status.PUBLISHED, Status.WITHDRAWN),
    Status.DRAFT,
    permissions.can_edit,
)

TRANSITIONS = [SUBMIT, ACCEPT, RETURN, PUBLISH, CANCEL, WITHDRAW, REOPEN]
BY_NAME = {transition.name: transition for transition in TRANSITIONS}


def check(transition: Transition, article: Article, *, actor, note: str = "") -> None:
    """Raise what `perform` would raise, without changing anything."""
    if article.status not in transition.sources:
        raise TransitionNotAllowed(
            _("“%(action)s” is not possible while the bulletin is “%(status)s”.")
            % {"action": transition.label, "status": article.get_status_display()}
        )
    if actor is not None and not transition.is_allowed(actor, article):
        raise PermissionDenied(
            _("You may not do this with this bulletin: %(action)s.")
            % {"action": transition.label}
        )
    if transition.needs_reason and not note.strip():
        raise ReasonMissing(_("Please give a reason."))


def locked(article: Article) -> Article:
    """The article's row as it stands now, held until the transaction ends.

    SQLite has no row locks and needs none: its write transactions take turns.
    """
    return Article.objects.select_for_update().get(pk=article.pk)


@transaction.atomic
def perform(
    transition: Transition, article: Article, *, actor, note: str = "", details=None
) -> Article:
    """Move the article along the transition and record who did it.

    Of two people pressing a button at once, the second gets TransitionNotAllowed. With
    `actor=None` the system acts and needs no permission. Raises Refused or
    PermissionDenied; their messages are sentences for the person who asked.
    """
    article = locked(article)
    check(transition, article, actor=actor, note=note)
    target = transition.leads_to(Status(article.status))
    details = {"from": article.status, "to": target.value} | (details or {})
    article.status = target
    article.save(update_fields=["status", "updated_at"])
    audit.record(
        article, action=transition.name, actor=actor, note=note.strip(), details=details
    )
    return article
