"""How long work shows how far it is."""


def show(stdout, done: int, total: int) -> None:
    """Write "done/total" over the last one, on a terminal only; end the line at the end."""
    if stdout.isatty():
        stdout.write(f"\r{done}/{total}", ending="\n" if done == total else "")
        stdout.flush()
