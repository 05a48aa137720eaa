from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.demo import accounts, building


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
        if building.is_empty() or not if_empty:
            self.build(accounts.password(path))
        if path.exists() and (rows := accounts.standing()):
            self.stdout.write(
                "\n  Demo accounts, all with the password " + path.read_text()
            )
            for username, role in rows:
                self.stdout.write(f"    {username:<14} {role}")

    def build(self, password):
        try:
            for done, total in building.build(password):
                if self.stdout.isatty():
                    self.stdout.write(
                        f"\rBuilding the demo newsroom: {done}/{total}", ending=""
                    )
                    self.stdout.flush()
        except building.NewsroomNotEmpty as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("\rThe demo newsroom is built." + " " * 20)
