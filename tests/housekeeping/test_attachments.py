import pytest
from django.core.files.storage import default_storage

from articles.attachments import intake
from articles.housekeeping import files
from tests.housekeeping.media import found, make_attachment, put

pytestmark = pytest.mark.django_db

CONTENT = b"%PDF-1.7 " + bytes(3_000_000)


def spoil(path, content):
    default_storage.delete(path)
    if content is not None:
        put(path, content)


def test_a_whole_attachment_is_read_to_its_end():
    make_attachment(CONTENT)
    assert found() == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (None, "attachment_missing"),
        (b"", "attachment_size"),
        (CONTENT[:-1], "attachment_size"),
        (CONTENT[:-1] + b"\x01", "attachment_content"),
    ],
    ids=["gone", "empty", "cut short", "one byte altered"],
)
def test_a_spoilt_attachment_is_named_and_never_removed(content, kind):
    path = make_attachment(CONTENT).file.name
    spoil(path, content)
    assert found(repair=True) == [(kind, path, False)]
    assert default_storage.exists(path) == (content is not None)


def test_the_file_of_a_row_that_came_meanwhile_stays(monkeypatch):
    attachment = make_attachment(CONTENT)
    path = put(attachment.file.name, CONTENT)
    attachment.delete()
    everything = files.everything

    def arriving(folder):
        yield from everything(folder)
        if path.startswith(f"{folder}/"):
            attachment.save(force_insert=True)

    monkeypatch.setattr(files, "everything", arriving)
    assert found(repair=True) == []
    assert path == intake.path(attachment.digest)
    assert default_storage.exists(path)
