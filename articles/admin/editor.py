"""The rich-text editor. The only module, with settings, that knows which one it is.

django-ckeditor carries CKEditor 4.22.1, which gets no more fixes, so it is trusted with
nothing: whatever it is given has been sanitised, whatever it returns is sanitised
again, only the plugins named here load, and it uploads nothing by itself.
"""

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django import forms
from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.html import escape
from django.utils.translation import get_language, gettext
from lxml import html as lxml_html

from articles.text import html

CONFIG = {
    # An allow-list: setting `plugins` switches off whatever the build contains beside.
    "plugins": ",".join([
        "a11yhelp", "basicstyles", "blockquote", "clipboard", "contextmenu", "dialogui",
        "divarea", "elementspath", "enterkey", "entities", "find", "floatingspace",
        "format", "htmlwriter", "indentlist", "link", "list", "magicline", "maximize",
        "pastefromword", "pastetext", "removeformat", "resize", "showborders",
        "specialchar", "tab", "table", "tableselection", "tabletools", "toolbar", "undo",
        "wysiwygarea",
    ]),
    "toolbar": [
        ["Format", "Bold", "Italic", "Underline", "RemoveFormat"],
        ["BulletedList", "NumberedList", "Indent", "Outdent", "Blockquote"],
        ["Link", "Unlink", "Table", "SpecialChar"],
        ["PasteText", "PasteFromWord", "Undo", "Redo", "Find", "Maximize"],
    ],
    "format_tags": "p;h2;h3;h4",
    # What text/html.py keeps; the editor drops the rest while it is being typed.
    "allowedContent": (
        "p h2 h3 h4(align-center,align-right,align-justify); ul li blockquote; ol[start,type];"
        "strong em u s sub sup br hr caption thead tbody tfoot tr;"
        "table; td th[colspan,rowspan,scope](align-center,align-right,align-justify);"
        "a[!href]; img[data-photo,src,alt]; figure(video); figcaption"
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

# Inline event handlers and styles are how CKEditor 4 draws itself; scripts still come
# from this site alone. For the page that holds the editor, and no other.
editor_csp = csp_update({
    "script-src-elem": [SELF],
    "script-src-attr": [UNSAFE_INLINE],
    "style-src": [UNSAFE_INLINE],
    "img-src": ["blob:"],
    "frame-src": [SELF],  # the preview beside the form
})  # fmt: skip


class RichTextWidget(CKEditorWidget):
    """A text area with the editor; without JavaScript, a text area with clean HTML.

    `pictures` maps the number of a photo place to the address of a small rendition,
    so that the editor can show what stands where; the form sets it.
    """

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs)
        self.config = CONFIG | {"language": "vi"}
        self.pictures: dict[int, str] = {}

    def _set_config(self):
        self.config["language"] = "en" if get_language() == "en" else "vi"
        self.config["title"] = gettext(
            "Body"
        )  # what a screen reader calls the text area

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
        for image in root.iter("img"):
            if number := image.get("data-photo"):
                missing = static("articles/admin/missing.svg")
                image.set("src", self.pictures.get(int(number), missing))
        return lxml_html.tostring(root, encoding="unicode")[
            len("<div>") : -len("</div>")
        ]


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
