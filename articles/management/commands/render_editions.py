from argparse import ArgumentTypeError
from datetime import datetime

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editorial import rendering
from articles.management import progress
from articles.models import Edition


def day(text):
    """A date as d/m/Y or Y-m-d, as the start of that day here."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return timezone.make_aware(datetime.strptime(text, form))  # noqa: DTZ007 — made aware at once
        except ValueError:
            continue
    raise ArgumentTypeError(
        _("“%(text)s” is not a date; write it as 30/11/2023.") % {"text": text}
    )


class Command(BaseCommand):
    help = (
        "Rebuild what is derived from editions (HTML, cover, search text), row by row, "
        "while the site answers. What was published is not touched."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--since",
            type=day,
            metavar="DATE",
            help="Only editions composed since the day.",
        )

    def handle(self, *, since, **options):
        editions = Edition.objects.order_by("pk")
        if since:
            editions = editions.filter(composed_at__gte=since)
        total, done = editions.count(), 0
        for _edition in rendering.rebuild(editions):
            done += 1
            progress.show(self.stdout, done, total)
        self.stdout.write(_("%(count)s editions rendered.") % {"count": done})
