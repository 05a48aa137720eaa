class Refused(Exception):
    """The newsroom says no; the message is a sentence that an editor understands."""
