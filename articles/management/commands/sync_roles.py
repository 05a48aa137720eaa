from django.core.management.base import BaseCommand

from articles.editorial import roles


class Command(BaseCommand):
    help = "Make groups and permissions match articles/editorial/roles.py exactly."

    def handle(self, **options):
        roles.sync_roles()
        if options["verbosity"] > 1:
            self.stdout.write(f"{len(roles.ROLES)} roles are in place.")
