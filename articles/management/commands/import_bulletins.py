import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.imports import batch, loader
from articles.imports.refusals import SourceError
from articles.management import progress
from articles.models import Category, Unit


class Command(BaseCommand):
    help = (
        "Bring legacy bulletins in: files, folders, .zip archives. Each becomes a draft, "
        "or is published with its own date. The same bulletin is never imported twice."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="A .txt file, a folder, a .zip.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Write nothing.")
        parser.add_argument(
            "--publish", action="store_true", help="Publish what has a date."
        )
        parser.add_argument(
            "--unit", metavar="SLUG", help="For bulletins that name no unit."
        )
        parser.add_argument("--category", metavar="SLUG", help="For all of them.")
        parser.add_argument(
            "--report", type=Path, metavar="FILE", help="Write a JSON report."
        )

    def handle(self, *, paths, dry_run, publish, unit, category, report, **options):
        defaults = loader.Defaults(find(Unit, unit), find(Category, category))
        mode = batch.PLANNED if dry_run else batch.PUBLISHED if publish else batch.DRAFT
        try:
            total = batch.count(paths)
            results = [
                self.show(result, total, number)
                for number, result in enumerate(
                    batch.run(paths, defaults, mode=mode), 1
                )
            ]
        except SourceError as error:
            raise CommandError(str(error)) from error
        for outcome, number in batch.tally(results).items():
            self.stdout.write(f"{number} {batch.LABELS[outcome]}")
        if report:
            write(report, batch.report(results))
        if failed := batch.tally(results).get(batch.FAILED):
            raise CommandError(
                _("%(failed)s of %(total)s bulletins could not be imported.")
                % {"failed": failed, "total": total}
            )

    def show(self, result, total, number):
        if result.outcome == batch.FAILED:
            self.stderr.write(f"{result.source}: {result.reason}")
        for remark in result.remarks if result.outcome != batch.KNOWN else []:
            self.stdout.write(f"{result.source}: {remark}")
        progress.show(self.stdout, number, total)
        return result


def find(model, slug):
    """The row with that address; None where none is asked for."""
    try:
        return model.objects.get(slug=slug) if slug else None
    except model.DoesNotExist as error:
        raise CommandError(
            _("There is no “%(slug)s” among the %(kind)s.")
            % {"slug": slug, "kind": model._meta.verbose_name_plural}
        ) from error


def write(path, report):
    try:
        path.write_text(
            json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8"
        )
    except OSError as error:
        raise CommandError(
            _("The report cannot be written to “%(path)s”.") % {"path": path}
        ) from error
