#!/usr/bin/env python
"""Run the newsroom's management commands."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError, ProgrammingError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, ProgrammingError) as error:
        reason = str(error).strip().splitlines()[0]
        sys.exit(f"The database cannot be used ({reason}). Has `migrate` been run?")
