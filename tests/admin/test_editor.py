import re

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.urls import reverse

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


def test_the_editor_shows_photos_and_gaps_where_they_stand():
    widget = editor.RichTextWidget()
    widget.pictures = {1: "/media/renditions/aa/a-w480.jpg"}
    shown = widget.format_value(
        '<img data-photo="1" alt=""><img data-photo="2" alt="">'
    )
    assert 'src="/media/renditions/aa/a-w480.jpg"' in shown
    assert 'src="/static/articles/admin/missing.svg"' in shown


def test_photo_addresses_shown_in_the_editor_do_not_come_back():
    widget = editor.RichTextWidget()
    widget.pictures = {2: "/media/renditions/aa/a-w480.jpg"}
    kept = editor.RichTextFormField().clean('<img data-photo="2" alt="">')
    assert "src" in widget.format_value(kept)
    assert editor.RichTextFormField().clean(widget.format_value(kept)) == kept


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
    assert len(paths) == 4
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
