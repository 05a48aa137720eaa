from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.editorial import proof
from articles.management import progress
from articles.models import Article


class Command(BaseCommand):
    help = (
        "Prove that the history of every bulletin is whole and unaltered; or name the "
        "first broken event and fail."
    )

    def handle(self, **options):
        total, articles, events = Article.objects.count(), 0, 0
        for articles, (number, fault) in enumerate(proof.walk(), start=1):
            if fault:
                raise CommandError(fault.sentence)
            events += number
            progress.show(self.stdout, articles, max(articles, total))
        self.stdout.write(
            _("The record is whole: %(events)s events of %(articles)s bulletins.")
            % {"events": events, "articles": articles}
        )
