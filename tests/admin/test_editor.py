import json
import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from articles.admin import editor
from articles.text import html
from newsroom.staticfiles import is_needed
from tests.factories import make_article, make_user

DIRTY = '<p onclick="steal()">Chữ</p><script>steal()</script>'
CLEAN = "<p>Chữ</p>"


def test_what_the_editor_is_given_is_clean():
    assert editor.RichTextWidget().format_value(DIRTY) == CLEAN


def test_what_the_editor_returns_is_cleaned():
    assert editor.RichTextFormField().clean(DIRTY) == CLEAN


def test_text_that_cannot_be_cleaned_is_shown_as_harmless_source_and_not_lost():
    too_long = "<script>" + "a" * html.MAX_BYTES
    shown = editor.RichTextWidget().render("body", too_long, {"id": "id_body"})
    assert "&lt;p&gt;&amp;lt;script&amp;gt;aaa" in shown


def test_text_that_cannot_be_cleaned_is_the_fields_error():
    with pytest.raises(ValidationError):
        editor.RichTextFormField(required=False).clean("a" * (html.MAX_BYTES + 1))


PICTURE = {
    "src": "/media/renditions/aa/a-w480.jpg",
    "alt": "Kiệu & võng",
    "caption": "Rước <kiệu> & tế",
}


@pytest.fixture
def widget():
    widget = editor.RichTextWidget()
    widget.pictures = {1: PICTURE}
    return widget


def test_the_editor_shows_photos_with_their_words_and_gaps(widget):
    shown = widget.format_value('<p>Chữ.</p><img data-photo="1"><img data-photo="2">')
    assert shown == (
        '<p>Chữ.</p>\n<figure class="photo">'
        '<img data-photo="1" src="/media/renditions/aa/a-w480.jpg" alt="Kiệu &amp; võng">'
        "<figcaption>Rước &lt;kiệu&gt; &amp; tế</figcaption></figure>\n"
        '<figure class="photo">'
        '<img data-photo="2" src="/static/articles/admin/missing.svg" alt="">'
        "<figcaption></figcaption></figure>"
    )


@pytest.mark.parametrize(
    "kept",
    [
        '<img data-photo="1">',
        '<p>Chữ.</p>\n<img data-photo="1">\n<p>Hết.</p>',
        '<blockquote><p>Chữ</p><img data-photo="1"></blockquote>',
        '<ul><li>a<img data-photo="1">b<img data-photo="2"></li></ul>',
        '<ul><li><a href="/x"><img data-photo="1"></a></li></ul>',
        '<table><tbody><tr><td><img data-photo="1"></td></tr></tbody></table>',
    ],
)
def test_what_is_shown_of_a_photo_does_not_come_back(widget, kept):
    field = editor.RichTextFormField()
    assert "figcaption" in widget.format_value(kept)
    assert field.clean(widget.format_value(kept)) == kept
    assert not field.has_changed(kept, widget.format_value(kept))


@pytest.mark.parametrize(
    ("written", "is_change"),
    [
        (
            "<p>Chữ.</p>\n\n<p><img alt='Ảnh' data-photo='1' src='/media/renditions/a/a-w480.jpg' /></p>\n",
            False,
        ),
        ("<p>Chữ!</p>\n\n<p><img data-photo='1' /></p>", True),
        ("<p>Chữ.</p>", True),
    ],
    ids=["the editor's own way", "a letter", "without the photo"],
)
def test_only_another_text_is_a_change(written, is_change):
    kept = '<p>Chữ.</p>\n<img data-photo="1" alt="">'
    assert editor.RichTextFormField().has_changed(kept, written) is is_change


def test_only_named_plugins_load_and_none_that_uploads_embeds_or_previews():
    plugins = set(editor.CONFIG["plugins"].split(","))
    banned = {
        "image",
        "image2",
        "iframe",
        "embed",
        "preview",
        "templates",
        "sourcearea",
        "flash",
    }
    assert plugins & banned == set()
    assert "filebrowserUploadUrl" not in editor.CONFIG


def test_every_file_of_the_editor_is_served():
    paths = re.findall(
        r'(?:src|href)="/static/([^"]+)"', str(editor.RichTextWidget().media)
    )
    assert len(paths) == 8
    assert [path for path in paths if not finders.find(path)] == []


@pytest.mark.parametrize(
    "path",
    [
        "ckeditor/ckeditor/plugins/preview/preview.html",
        "ckeditor/ckeditor/plugins/codesnippet/plugin.js",
        "ckeditor/ckeditor/plugins/iframe/dialogs/iframe.js",
        "ckeditor/galleriffic/js/jquery-1.3.2.js",
    ],
)
def test_what_the_editors_package_brings_too_much_is_not_served(path):
    assert finders.find(path) is None
    assert not is_needed(path)


def test_every_plugin_with_files_of_its_own_is_one_that_loads():
    names = {
        path.split("/")[3]
        for path in (
            path for finder in finders.get_finders() for path, _ in finder.list([])
        )
        if path.startswith("ckeditor/ckeditor/plugins/") and path.count("/") > 3
    }
    assert names <= set(editor.CONFIG["plugins"].split(",")) | {"dialog", "pastetools"}


def test_the_editor_is_there_before_its_plugins_and_they_before_it_starts():
    """It starts once the page is read; only a script that waits would come too late."""
    scripts = re.findall(r"<script[^>]*>", str(editor.RichTextWidget().media))
    paths = [re.search(r'src="/static/([^"]+)"', script)[1] for script in scripts]
    core = paths.index("ckeditor/ckeditor/ckeditor.js")
    for path in editor.PLUGIN_FILES:
        script = scripts[paths.index(path)]
        assert core < paths.index(path)
        assert not {"defer", "async", 'type="module"'} & set(script[1:-1].split())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_editor_says_is_complete(language):
    """Every sentence that a script asks for is handed to it, and no other."""
    with translation.override(language):
        shown = editor.RichTextWidget().render("body", "", {"id": "id_body"})
    config = json.loads(unescape(re.search(r'data-config="([^"]*)"', shown)[1]))
    scripts = "".join(
        Path(finders.find(path)).read_text("utf-8") for path in editor.PLUGIN_FILES
    )
    assert set(config["newsroom"]) == set(re.findall(r"\bsays\.(\w+)", scripts))
    assert config["newsroom"]["notSent"].count("{") == 2


@pytest.mark.django_db
def test_the_article_form_alone_gets_the_wider_policy(client):
    client.force_login(make_user(role="Trưởng ban biên tập"))
    article = make_article()
    wide = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    for address in [
        reverse("admin:index"),
        reverse("admin:articles_article_changelist"),
        "/",
    ]:
        policy = client.get(address)["Content-Security-Policy"]
        assert "unsafe" not in policy
    strict = directives(client.get("/"))
    assert directives(wide) ^ strict == {
        "frame-src 'self'",  # the preview beside the form
        "style-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "img-src 'self' data: blob:",
        "script-src-elem 'self'",
        "script-src-attr 'unsafe-inline'",
    }


def directives(response):
    return {part.strip() for part in response["Content-Security-Policy"].split(";")}
