"""The rich-text editor. The only module, with settings, that knows which one it is.

django-ckeditor carries CKEditor 4.22.1, which gets no more fixes, so it is trusted with
nothing: whatever it is given has been sanitised, whatever it returns is sanitised
again, only the plugins named here load, and it uploads nothing by itself.

A photo of the bulletin is kept in the text as `<img data-photo="N">` alone. The editor
gets it as a figure with the caption, so that the text looks as it will be read; what
comes back loses file, alternative text and caption again, for those belong to the
photo's place beside the text.
"""

from typing import TypedDict

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Media
from django.templatetags.static import static
from django.utils.html import escape
from django.utils.translation import get_language, gettext
from lxml import html as lxml_html
from lxml.builder import E

from articles.text import html

CONFIG = {
    # An allow-list: setting `plugins` switches off whatever the build contains beside.
    "plugins": ",".join([
        "a11yhelp", "basicstyles", "blockquote", "clipboard", "contextmenu", "dialogui",
        "divarea", "elementspath", "enterkey", "entities", "find", "floatingspace",
        "format", "htmlwriter", "indentlist", "link", "list", "magicline", "maximize",
        "pastefromword", "pastetext", "removeformat", "resize", "showborders",
        "specialchar", "tab", "table", "tableselection", "tabletools", "toolbar", "undo",
        "widget", "wysiwygarea",
        # Our own: static/articles/admin/editor_photos.js, editor_files.js, editor_video.js.
        "newsroomphotos", "newsroomfiles", "newsroomvideo",
    ]),
    "toolbar": [
        ["Format", "Bold", "Italic", "Underline", "RemoveFormat"],
        ["BulletedList", "NumberedList", "Indent", "Outdent", "Blockquote"],
        ["Link", "Unlink", "NewsroomVideo", "Table", "SpecialChar"],
        ["PasteText", "PasteFromWord", "Undo", "Redo", "Find", "Maximize"],
    ],
    "format_tags": "p;h2;h3;h4",
    # What text/html.py keeps; the editor drops the rest while it is being typed.
    "allowedContent": (
        "p h2 h3 h4(align-center,align-right,align-justify); ul li blockquote; ol[start,type];"
        "strong em u s sub sup br hr caption thead tbody tfoot tr;"
        "table; td th[colspan,rowspan,scope](align-center,align-right,align-justify);"
        "a[!href]; img[data-photo,src,alt]; figure(photo,video); figcaption"
    ),
    "disallowedContent": "script; *[on*]; *{*}",
    "coreStyles_bold": {"element": "strong", "overrides": "b"},
    "coreStyles_italic": {"element": "em", "overrides": "i"},
    "entities": False,
    "basicEntities": True,
    "disableNativeSpellChecker": False,
    "pasteFromWordPromptCleanup": False,
    "pasteFromWord_inlineImages": False,  # photos come through the intake alone
    "clipboard_handleImages": False,
    "width": "100%",
    "height": 480,
    "versionCheck": False,
    "customConfig": "",
    "stylesSet": False,
    "contentsCss": [],
}  # fmt: skip

PLUGIN_FILES = [
    "articles/admin/editor_photos.js",
    "articles/admin/editor_files.js",
    "articles/admin/editor_video.js",
]

# Inline event handlers and styles are how CKEditor 4 draws itself; scripts still come
# from this site alone. For the page that holds the editor, and no other.
editor_csp = csp_update({
    "script-src-elem": [SELF],
    "script-src-attr": [UNSAFE_INLINE],
    "style-src": [UNSAFE_INLINE],
    "img-src": ["blob:"],
    "frame-src": [SELF],  # the preview beside the form
})  # fmt: skip


class Picture(TypedDict):
    """What the editor shows of a photo: the address of a small rendition, and its words."""

    src: str
    alt: str
    caption: str


class RichTextWidget(CKEditorWidget):
    """A text area with the editor; without JavaScript, a text area with clean HTML.

    `pictures` maps the number of a photo place to what is shown at its place in the
    text; the form sets it.
    """

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs)
        self.config = CONFIG | {"language": "vi"}
        self.pictures: dict[int, Picture] = {}

    @property
    def media(self):
        """The editor, then its plugins: they have to be there before it starts."""
        return super().media + Media(
            css={"all": ["articles/admin/editor.css"]},
            js=["ckeditor/ckeditor/ckeditor.js", *PLUGIN_FILES],
        )

    def _set_config(self):
        self.config["language"] = "en" if get_language() == "en" else "vi"
        # What a screen reader calls the text area.
        self.config["title"] = gettext("Body")
        self.config["newsroom"] = _sentences()

    def format_value(self, value):
        """What the editor is given: sanitised, even where the form is shown again."""
        if not value:
            return ""
        try:
            return self._with_pictures(html.sanitise(value))
        except html.HtmlRefused:
            # Too large or too deep to clean: shown as its own source, so that it is
            # harmless and nothing that was typed is lost.
            return f"<p>{escape(value)}</p>"

    def _with_pictures(self, clean: str) -> str:
        if not html.photo_numbers(clean):
            return clean
        root = lxml_html.fragment_fromstring(clean, create_parent="div")
        for image in root.xpath(".//img[@data-photo]"):
            _show(image, self.pictures.get(int(image.get("data-photo"))))
        return lxml_html.tostring(root, encoding="unicode")[
            len("<div>") : -len("</div>")
        ]


def _show(image, picture: Picture | None) -> None:
    """Make the bare image a figure of the picture, or of a gap."""
    if picture is None:
        missing = static("articles/admin/missing.svg")
        picture = Picture(src=missing, alt="", caption="")
    figure = E.figure({"class": "photo"})
    figure.tail, image.tail = image.tail, None
    image.getparent().replace(image, figure)
    image.set("src", picture["src"])
    image.set("alt", picture["alt"])
    figure.extend([image, E.figcaption(picture["caption"])])


def _sentences() -> dict[str, str]:
    """What the editor's own plugins say; `{name}` and `{reason}` are theirs to fill in."""
    return {
        "photo": gettext("Photo"),
        "noCaption": gettext("No caption yet"),
        "editCaption": gettext("Edit the caption beside the photo"),
        "sending": gettext("Sending the photo…"),
        "notSent": gettext("The photo %(name)s was not sent. %(reason)s")
        % {"name": "{name}", "reason": "{reason}"},
        "noUploads": gettext("Photos cannot be sent from this page."),
        "notPlaced": gettext(
            "The photo has arrived in the list, but its place in the text is gone."
        ),
        "onlyPhotos": gettext("Only photos can be put into the text as files."),
        "foreignPhotos": gettext(
            "Photos pasted from other pages are not kept: save them on this computer "
            "and drop them here."
        ),
        "video": gettext("YouTube video"),
        "videoAddress": gettext("Address of the video on YouTube"),
        "notYouTube": gettext(
            "This is not the address of a YouTube video. Copy it from the page that "
            "shows the video."
        ),
        "insert": gettext("Put into the text"),
        "cancel": gettext("Cancel"),
    }


class RichTextFormField(forms.CharField):
    """Text that is sanitised as it is cleaned; refusals become the field's error."""

    widget = RichTextWidget

    def has_changed(self, initial, data):
        """The editor writes the same text its own way: compare what would be kept."""
        try:
            return html.sanitise(initial or "") != html.sanitise(data or "")
        except html.HtmlRefused:
            return True

    def clean(self, value):
        try:
            return html.sanitise(super().clean(value) or "")
        except html.HtmlRefused as error:
            raise ValidationError(str(error)) from error
