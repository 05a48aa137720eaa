import io
import json

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import CommandError, call_command
from django.utils.translation import gettext as _

from articles.housekeeping.problems import Kind, Problem
from articles.photos import renditions
from tests.factories import make_photo
from tests.housekeeping.media import all_files, make_attachment, put

pytestmark = pytest.mark.django_db

ORPHAN = "originals/ab/" + "ab" * 32 + ".jpg"


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("check_media", *arguments, stdout=out, stderr=err)
    except CommandError as refusal:
        return out.getvalue(), err.getvalue(), str(refusal), refusal.returncode
    return out.getvalue(), err.getvalue(), "", 0


def lose_a_rendition(photo):
    path = max(renditions.names(photo))
    default_storage.delete(path)
    return path


def test_agreement_is_one_sentence():
    make_photo()
    make_attachment()
    assert run() == (_("Files and rows agree.") + "\n", "", "", 0)


def test_disagreement_names_all_and_counts_them_in_one_sentence():
    photo = make_photo()
    path = lose_a_rendition(photo)
    put(ORPHAN)
    what = f"{Kind.RENDITION_MISSING.label} 1, {Kind.UNNEEDED.label} 1"
    out, err, refusal, status = run()
    assert (out, status) == ("", 1)
    assert set(err.splitlines()) == {
        f"{Kind.RENDITION_MISSING.label}: {path}",
        f"{Kind.UNNEEDED.label}: {ORPHAN}",
    }
    assert refusal == _("Files and rows do not agree: %(what)s.") % {"what": what}
    assert ORPHAN in all_files()


def test_what_was_repaired_is_no_failure():
    path = lose_a_rendition(make_photo())
    put(ORPHAN)
    what = f"{Kind.RENDITION_MISSING.label} 1, {Kind.UNNEEDED.label} 1"
    out, _err, _refusal, status = run("--repair")
    said = _("Repaired: %(what)s.") % {"what": what}
    assert (out, status) == (f"{said}\n" + _("Files and rows agree.") + "\n", 0)
    assert path in all_files()
    assert ORPHAN not in all_files()


def test_the_report_says_what_was_found_and_what_was_repaired(tmp_path):
    photo = make_photo()
    default_storage.delete(photo.original.name)
    put(ORPHAN)
    make_photo(colour="navy")
    run("--repair", "--report", str(tmp_path / "report.json"))
    report = json.loads((tmp_path / "report.json").read_text())
    assert report.pop("started")
    problems = {row["what"]: row for row in report.pop("problems")}
    assert problems == {
        photo.original.name: {
            "kind": "original_missing",
            "what": photo.original.name,
            "detail": _("photo %(pk)s") % {"pk": photo.pk},
            "repaired": False,
        },
        ORPHAN: {"kind": "unneeded", "what": ORPHAN, "detail": "", "repaired": True},
    }
    assert report == {
        "found": {"original_missing": 1, "unneeded": 1},
        "repaired": {"unneeded": 1},
        "complete": True,
    }


def test_a_report_of_nothing_is_json_too(tmp_path):
    run("--report", str(tmp_path / "report.json"))
    assert json.loads((tmp_path / "report.json").read_text())["problems"] == []


def test_a_report_that_cannot_be_written_is_refused_before_the_work(tmp_path):
    path = tmp_path / "missing" / "report.json"
    said = _("The report cannot be written to “%(path)s”.") % {"path": path}
    assert run("--report", str(path))[2:] == (said, 1)


def test_a_storage_that_does_not_answer_is_one_sentence(monkeypatch):
    def silent(storage, path):
        raise ConnectionError("Could not connect to the endpoint")

    monkeypatch.setattr(FileSystemStorage, "listdir", silent)
    said = _("The media storage does not answer: %(reason)s.")
    assert run()[2:] == (said % {"reason": "Could not connect to the endpoint"}, 1)


def test_names_of_files_cannot_steer_the_terminal_or_break_the_report():
    problem = Problem(Kind.UNNEEDED, "a\x1b[31m\n\udcff")
    assert problem.line == f"{Kind.UNNEEDED.label}: a�[31m�\\udcff"
    assert problem.row["what"].encode()
