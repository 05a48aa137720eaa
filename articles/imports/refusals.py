"""Why something cannot be read. Every message is one sentence for the person importing."""


class SourceError(ValueError):
    """A path, a folder, an archive or a file in one cannot be read."""


class UnreadableBulletin(ValueError):
    """The file can be read, but holds no bulletin."""


class ImpossibleDate(UnreadableBulletin):
    """A date line names a day that the calendar does not have."""
