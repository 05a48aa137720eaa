import re
from pathlib import Path

from django.core.management.base import BaseCommand

STATIC = Path(__file__).parents[2] / "static" / "articles"
PARTS, JOINED = STATIC / "site", STATIC / "site.css"
# What others build on comes first; paper's part is linked by itself.
FIRST = ["tokens", "ground", "forms", "masthead", "footer", "ways", "cards", "lists"]
APART = ["print"]
HEAD = "/* Joined from site/ by manage.py join_styles: change the parts, not this. */\n"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Command(BaseCommand):
    help = (
        "Join the style sheets of the readers' site into one file: on a slow line every "
        "further request costs more than all of them weigh."
    )

    def handle(self, **options):
        JOINED.write_text(joined(), encoding="utf-8")
        self.stdout.write(f"{JOINED.name}: {JOINED.stat().st_size} bytes")


def joined() -> str:
    """The parts one after the other, without their comments and empty lines."""
    parts = [path.stem for path in PARTS.glob("*.css")]
    others = sorted(set(parts) - set(FIRST) - set(APART))
    return HEAD + "".join(_bare(PARTS / f"{name}.css") for name in [*FIRST, *others])


def _bare(path: Path) -> str:
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
