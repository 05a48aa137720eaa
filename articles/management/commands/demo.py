from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.demo import accounts, building
from articles.management import progress


class Command(BaseCommand):
    help = (
        "Fill an empty database with the demo newsroom: units, authors, a year of "
        "bulletins with pictures, and an account for every role. Refuses otherwise."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Do nothing, without complaint, if there is a newsroom already.",
        )

    def handle(self, *, if_empty, **options):
        path = settings.DATA_DIR / "demo_password"
        if building.is_empty():
            self.build(path)
        elif not if_empty:
            raise CommandError(
                _(
                    "There is a newsroom here already; the demo is for an empty database."
                )
            )
        if path.exists() and (rows := accounts.standing()):
            password = path.read_text()
            said = _("Demo accounts, all with the password %(password)s")
            self.stdout.write("\n  " + said % {"password": password})
            for username, role in rows:
                self.stdout.write(f"    {username:<14} {role}")

    def build(self, path):
        """The password is kept only if the newsroom was built that it opens."""
        try:
            for done, total in building.build(accounts.make_password(path)):
                progress.show(self.stdout, done, total)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        self.stdout.write(_("The demo newsroom is built."))
