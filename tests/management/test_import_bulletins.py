import html
import json
import re
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import gettext

from articles.models import Article, Edition, Unit
from tests.factories import make_category, make_user

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parents[1] / "imports" / "bulletins"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
FOLDERS = [
    pytest.param(SAMPLES, id="a bulletin in the seed's form"),
    pytest.param(
        SEEDS,
        id="the seed",
        marks=pytest.mark.skipif(not SEEDS.exists(), reason="shared/ stands beside the repository only where it is developed"),
    ),
]  # fmt: skip
GOOD = "Tiêu đề\nĐăng lúc: 05/10/2022 (GMT+7)\nSapô của tin.\nThân tin.\n"


def run(*arguments, capsys=None, **options):
    call_command("import_bulletins", *map(str, arguments), **options)


def words(text):
    return " ".join(text.split())


def sentences(text):
    """Sentences as people tell them apart; line ends tell paragraphs apart."""
    return [
        sentence
        for line in text.splitlines()
        for sentence in re.split(r"(?<=[.!?]) ", words(line))
        if sentence
    ]


def written(folder):
    """What the bulletin says, in order, less the zoom line and the photo's marker."""
    [path] = folder.glob("*.txt")
    kept = [
        line
        for line in path.read_text("utf-8").splitlines()
        if line.strip() != "100%" and not re.fullmatch(r"\s*\S+\.jpe?g\s*", line, re.I)
    ]
    return [each.strip("( )") for each in sentences("\n".join(kept))]


def printed(page):
    """What the page's article says, in order, in the same form."""
    [article] = re.findall(r"<article\b.*?</article>", page, re.S)
    article = re.sub(r"<(script|style|button|label)\b.*?</\1>", "", article, flags=re.S)
    article = re.sub(r"\s+", " ", article)
    # What the page offers beside the bulletin: how long it takes, sharing, reporting.
    article = re.sub(r'<p class="reading-time">.*?</p>', "", article, flags=re.S)
    article = article.partition('<section class="share"')[0]
    article = re.sub(
        r"</?(p|h1|div|figure|footer|header|address|li|ul|nav|section)\b[^>]*>",
        "\n",
        article,
    )
    return [
        each.strip("( )")
        for each in sentences(html.unescape(re.sub(r"<[^>]+>", "", article)))
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_page_shows_every_sentence_in_order_and_adds_none(client, folder):
    run(folder, publish=True)
    edition = Edition.objects.get()
    page = client.get(edition.get_absolute_url()).content.decode()
    control = {
        "100%",
        "A−",
        "A+",
    }  # the zoom control: the page's own, as on the old one
    shown = [sentence for sentence in printed(page) if sentence not in control]
    assert shown == written(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_missing_photo_is_a_gap_for_staff_and_none_for_readers(client, folder):
    run(folder, publish=True)
    edition = Edition.objects.get()
    page = client.get(edition.get_absolute_url()).content.decode()
    [article] = re.findall(r"<article\b.*?</article>", page, re.S)
    client.force_login(make_user(role="Biên tập viên"))
    desk = client.get(
        reverse("admin:articles_article_change", args=[edition.article_id])
    )
    gap = edition.article.photo_places.first().file_name
    assert ("<img" in article, "<figure" in article, gap in article) == (
        False,
        False,
        False,
    )
    said = gettext("Photo missing: %(name)s") % {"name": gap}
    assert said in desk.content.decode()


@pytest.mark.parametrize("folder", FOLDERS)
def test_run_twice_nothing_doubles(folder, capsys):
    run(folder, publish=True)
    run(folder, publish=True)
    assert (Article.objects.count(), Edition.objects.count(), Unit.objects.count()) == (
        1,
        1,
        1,
    )
    assert "1 " + gettext("were here already") in capsys.readouterr().out


def test_the_same_text_in_an_archive_with_other_line_ends_is_known(tmp_path):
    (tmp_path / "tin.txt").write_text(GOOD)
    with zipfile.ZipFile(tmp_path / "kho.zip", "w") as archive:
        archive.writestr("thu-muc/ten-khac.txt", "\ufeff" + GOOD.replace("\n", "\r\n"))
    unit = Unit.objects.create(name="Đơn vị", slug="don-vi")
    run(tmp_path / "tin.txt", tmp_path / "kho.zip", unit=unit.slug)
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01\x02 binary", "The file is not text: it holds binary data."),
        ("Tiêu đề".encode("utf-16-le"), "The file is not text: it holds binary data."),
        (
            "Tiêu đề cũ".encode("cp1258", "ignore") + b"\xff\xfe\xc3",
            "The file is not in UTF-8. Save it again with the encoding UTF-8.",
        ),
        (b"Only a title", "The bulletin has a title and nothing else."),
        (
            "Tiêu đề\nĐăng lúc: 31/02/2023 (GMT+7)\nSapô.".encode(),
            "The date line “{line}” names a day that does not exist.",
        ),
    ],
    ids=["empty", "binary", "utf-16", "another encoding", "title only", "no such day"],
)
def test_a_bad_file_is_one_sentence_and_nothing_is_kept(
    tmp_path, capsys, content, sentence
):
    path = tmp_path / "xau.txt"
    path.write_bytes(content)
    Unit.objects.create(name="Đơn vị", slug="don-vi")
    with pytest.raises(CommandError, match="1"):
        run(path, unit="don-vi")
    [line] = capsys.readouterr().err.splitlines()
    said = gettext(sentence).format(line="Đăng lúc: 31/02/2023 (GMT+7)")
    assert line == f"xau.txt: {said}"
    assert not Article.objects.exists()


def test_a_bad_file_does_not_hold_up_the_good_ones(tmp_path, capsys):
    (tmp_path / "1.txt").write_bytes(b"\x00")
    (tmp_path / "2.txt").write_text(GOOD)
    Unit.objects.create(name="Đơn vị", slug="don-vi")
    with pytest.raises(CommandError, match=r"1.*2"):
        run(tmp_path, unit="don-vi")
    assert Article.objects.get().title == "Tiêu đề"


@pytest.mark.parametrize(
    "arguments",
    [
        ["khong-co"],
        ["rong"],
        ["anh.jpg"],
        ["tin.txt", "--unit", "khong-co"],
        ["tin.txt", "--category", "khong-co"],
    ],
    ids=[
        "no such path",
        "folder without bulletins",
        "not a bulletin",
        "no such unit",
        "no such category",
    ],
)
def test_a_bad_argument_is_one_sentence_before_anything_is_read(
    tmp_path, monkeypatch, arguments
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rong").mkdir()
    (tmp_path / "anh.jpg").write_bytes(b"x")
    (tmp_path / "tin.txt").write_text(GOOD)
    with pytest.raises(CommandError) as refusal:
        run("tin.txt", *arguments)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)
    assert not Article.objects.exists()


def test_a_dry_run_says_what_would_be_and_writes_nothing(tmp_path, capsys):
    (tmp_path / "tin.txt").write_text(
        GOOD + "\n      Thu Hằng\n  ( Đài Truyền thanh xã)\n"
    )
    run(tmp_path, dry_run=True, publish=True)
    out = capsys.readouterr().out
    assert gettext("New unit: {name}.").format(name="Đài Truyền thanh xã") in out
    assert [Article.objects.count(), Unit.objects.count()] == [0, 0]


def test_the_report_is_json_and_lists_every_dropped_line(tmp_path):
    report = tmp_path / "bao-cao.json"
    make_category(slug="thoi-su")
    run(SAMPLES, publish=True, report=report, category="thoi-su")
    data = json.loads(report.read_text())
    [bulletin] = data["bulletins"]
    assert data["summary"] == {"published": 1}
    assert (bulletin["outcome"], bulletin["dropped"]) == ("published", ["100%"])
    assert bulletin["article"] == Article.objects.get(category__slug="thoi-su").pk


def test_a_report_that_cannot_be_written_is_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="bao-cao"):
        run(SAMPLES, report=tmp_path / "khong-co" / "bao-cao.json")
