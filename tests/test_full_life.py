"""One bulletin's whole life, through the doors that people use, and its history read back."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from articles.editorial import audit, proof
from articles.models import Article, Membership
from articles.templatetags.newsroom_admin import sentence
from tests.factories import make_category, make_unit, make_user

pytestmark = pytest.mark.django_db

WRONG = "Năng suất đạt 65,8 tạ/ha."
RIGHT = "Năng suất đạt 68,5 tạ/ha."
REASON = "Thiếu số liệu của thôn Bến Đò."
NOTE = "Bản đăng đầu ghi nhầm năng suất là 65,8 tạ/ha; số đúng là 68,5 tạ/ha."
WHY = "Số liệu đang được kiểm tra lại."

HISTORY = """
01/06/2026 08:00 Lê Thị Hoa: wrote the first version.
01/06/2026 08:30 Lê Thị Hoa: submitted the bulletin for editing.
01/06/2026 09:00 Trần Văn Nam: returned the bulletin to the author. [Thiếu số liệu của thôn Bến Đò.]
01/06/2026 10:00 Lê Thị Hoa: changed lead, body (version 2).
01/06/2026 10:30 Lê Thị Hoa: submitted the bulletin for editing.
01/06/2026 14:00 Trần Văn Nam: changed title (version 3).
01/06/2026 14:10 Trần Văn Nam: marked the bulletin as edited.
01/06/2026 16:00 Phạm Thu Hà: scheduled edition 1 for 02/06/2026 07:30. [Đăng đầu giờ sáng.]
03/06/2026 08:00 Trần Văn Nam: changed body (version 4).
03/06/2026 08:00 Trần Văn Nam: took the bulletin up again.
03/06/2026 09:00 Phạm Thu Hà: published edition 2; with a public note, Correction: “Bản đăng đầu ghi nhầm năng suất là 65,8 tạ/ha; số đúng là 68,5 tạ/ha”.
04/06/2026 11:00 Phạm Thu Hà: withdrew the bulletin from the site. [Số liệu đang được kiểm tra lại.]
""".strip().splitlines()


def at(text):
    return timezone.make_aware(datetime.strptime(text, "%d/%m/%Y %H:%M"))  # noqa: DTZ007 — made aware at once


class Newsroom:
    """Three people at the desk, one reader, and a clock that is set by hand."""

    def __init__(self, client, reader, monkeypatch):
        self.client, self.reader, self.monkeypatch = client, reader, monkeypatch
        self.unit, self.category = make_unit(), make_category()
        self.hoa = make_user(role="Cộng tác viên", last_name="Lê Thị", first_name="Hoa")
        self.nam = make_user(
            role="Biên tập viên", last_name="Trần Văn", first_name="Nam"
        )
        self.ha = make_user(
            role="Trưởng ban biên tập", last_name="Phạm Thu", first_name="Hà"
        )
        Membership.objects.create(user=self.hoa, unit=self.unit)

    def it_is(self, moment):
        """Set the clock, to "d/m/Y H:M" or to a moment."""
        moment = at(moment) if isinstance(moment, str) else moment
        self.monkeypatch.setattr(timezone, "now", lambda: moment)

    def save(self, person, address, **fields):
        """Fill in the form that the address shows, and save it."""
        self.client.force_login(person)
        shown = self.client.get(address).context["adminform"].form
        typed = {name: shown[name].value() for name in shown.fields}
        rows = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
        parts = {
            f"{prefix}-{name}": value
            for prefix in ("photo_places", "attachment_places", "bylines")
            for name, value in rows.items()
        }
        posted = {key: "" if value is None else value for key, value in typed.items()}
        self.client.post(address, posted | parts | fields)

    def write(self, **fields):
        address = reverse("admin:articles_article_add")
        self.save(self.hoa, address, unit=self.unit.pk, **fields)
        return Article.objects.get()

    def edit(self, person, article, **fields):
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.save(person, address, **fields)

    def step(self, person, article, name, **fields):
        """Open the step's page and press its button."""
        self.client.force_login(person)
        address = reverse("admin:articles_article_step", args=[article.pk, name])
        page = self.client.get(address)
        hidden = {
            field.name: field.value() for field in page.context["form"].hidden_fields()
        }
        answer = self.client.post(
            address, {"note": "", "when": "now"} | hidden | fields
        )
        assert answer.status_code == 302, answer.context["form"].errors

    def read(self, article):
        """What a reader gets: the answer's number, and which of the two figures it names."""
        page = self.reader.get(
            reverse("articles:bulletin", args=["tin", article.pk]), follow=True
        )
        text = page.content.decode()
        seen = [
            name
            for name, words in (("wrong", WRONG), ("right", RIGHT))
            if words in text
        ]
        on_front = f"-{article.pk}/" in self.reader.get("/").content.decode()
        return page.status_code, seen, on_front

    def corrections(self):
        return self.reader.get("/dinh-chinh/").content.decode()


@pytest.fixture
def desk(client, monkeypatch):
    return Newsroom(client, Client(), monkeypatch)


NOTHING = (404, [], False)


def test_a_bulletin_from_its_first_letter_to_its_withdrawal(desk):
    desk.it_is("01/06/2026 08:00")
    article = desk.write(title="Vụ lúa", lead="Sapô.", body=f"<p>{WRONG}</p>")
    desk.it_is("01/06/2026 08:30")
    desk.step(desk.hoa, article, "submit")
    desk.it_is("01/06/2026 09:00")
    desk.step(desk.nam, article, "return", note=REASON)
    desk.it_is("01/06/2026 10:00")
    desk.edit(desk.hoa, article, lead="Sapô mới.", body=f"<p>Bến Đò: 69,0. {WRONG}</p>")
    desk.it_is("01/06/2026 10:30")
    desk.step(desk.hoa, article, "submit")
    desk.it_is("01/06/2026 14:00")
    desk.edit(desk.nam, article, title="Vụ lúa xuân được mùa")
    desk.it_is("01/06/2026 14:10")
    desk.step(desk.nam, article, "accept")
    assert desk.read(article) == NOTHING

    desk.it_is("01/06/2026 16:00")
    later = {"when": "later", "day": "02/06/2026", "time": "07:30"}
    desk.step(desk.ha, article, "publish", note="Đăng đầu giờ sáng.", **later)
    assert desk.read(article) == NOTHING
    desk.it_is(at("02/06/2026 07:30") - timedelta(microseconds=1))
    assert desk.read(article) == NOTHING
    desk.it_is("02/06/2026 07:30")
    assert desk.read(article) == (200, ["wrong"], True)

    desk.it_is("03/06/2026 08:00")
    desk.edit(desk.nam, article, body=f"<p>Bến Đò: 69,0. {RIGHT}</p>")
    assert desk.read(article) == (200, ["wrong"], True)
    assert NOTE not in desk.corrections()
    desk.it_is("03/06/2026 09:00")
    note = {"correction_kind": "correction", "correction_text": NOTE}
    desk.step(desk.ha, article, "publish", **note)
    assert desk.read(article) == (200, ["right"], True)
    assert NOTE in desk.corrections()

    desk.it_is("04/06/2026 11:00")
    desk.step(desk.ha, article, "withdraw", note=WHY)
    assert desk.read(article) == (410, [], False)
    assert NOTE not in desk.corrections()
    assert WHY in desk.corrections()

    assert told(article) == HISTORY
    assert [fault for _number, fault in proof.walk()] == [None]


def told(article):
    """The history as staff read it, oldest first, each with the reason that was given."""
    with translation.override("en"):
        return [
            f"{timezone.localtime(event.at):%d/%m/%Y %H:%M} {sentence(event)}"
            + (f" [{event.note}]" if event.note else "")
            for event in reversed(audit.history(article))
        ]
