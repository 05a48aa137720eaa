from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.housekeeping import checking
from articles.housekeeping.report import Report
from articles.management import progress


class Command(BaseCommand):
    help = (
        "Check that the media files and the rows of the database agree, and say what "
        "doesn't. Exit status 1 if something is left that doesn't."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--repair",
            action="store_true",
            help="Make missing renditions anew; remove files older than a day that "
            "nothing needs.",
        )
        parser.add_argument(
            "--report", type=Path, metavar="FILE", help="Write a JSON report."
        )

    def handle(self, *, repair, report, **options):
        try:
            with opened(report) as kept:
                self.walk(kept, repair=repair)
        except checking.StorageSilent as error:
            raise CommandError(
                _("The media storage does not answer: %(reason)s.") % {"reason": error}
            ) from error
        if kept.repaired:
            self.stdout.write(
                _("Repaired: %(what)s.") % {"what": listed(kept.repaired)}
            )
        if kept.left:
            raise CommandError(
                _("Files and rows do not agree: %(what)s.")
                % {"what": listed(kept.left)}
            )
        self.stdout.write(_("Files and rows agree."))

    def walk(self, kept, *, repair):
        for done, problems in enumerate(checking.walk(repair=repair), start=1):
            for problem in problems:
                kept.add(problem)
                self.stderr.write(problem.line)
            progress.show(self.stdout, done, checking.STEPS)


def opened(path):
    try:
        return Report(path)
    except OSError as error:
        raise CommandError(
            _("The report cannot be written to “%(path)s”.") % {"path": path}
        ) from error


def listed(counts):
    """ "original missing 2, file that nothing needs 14" """
    return ", ".join(f"{kind.label} {n}" for kind, n in sorted(counts.items()) if n)
