"""Only the static files that the newsroom needs are found, collected and served."""

from django.contrib.staticfiles.finders import AppDirectoriesFinder

EDITOR = "ckeditor/"

# CKEditor 4 arrives with some 1,200 files, among them a preview page and plugins with
# known holes. Of that folder, what is not named here does not exist for this site.
# The plugins are those that articles/admin/editor.py loads with files of their own.
EDITOR_FILES = (
    "ckeditor/ckeditor.css",
    "ckeditor/ckeditor-init.js",
    "ckeditor/fixups.js",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/contents.css",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/lang/vi.js",
    "ckeditor/ckeditor/plugins/icons.png",
    "ckeditor/ckeditor/plugins/icons_hidpi.png",
    "ckeditor/ckeditor/plugins/clipboard/",
    "ckeditor/ckeditor/plugins/dialog/",
    "ckeditor/ckeditor/plugins/divarea/",
    "ckeditor/ckeditor/plugins/find/",
    "ckeditor/ckeditor/plugins/link/",
    "ckeditor/ckeditor/plugins/magicline/",
    "ckeditor/ckeditor/plugins/pastefromword/",
    "ckeditor/ckeditor/plugins/pastetools/",
    "ckeditor/ckeditor/plugins/specialchar/",
    "ckeditor/ckeditor/plugins/table/",
    "ckeditor/ckeditor/plugins/tableselection/",
    "ckeditor/ckeditor/plugins/tabletools/",
    "ckeditor/ckeditor/plugins/widget/images/",
    "ckeditor/ckeditor/skins/moono-lisa/",
)


def is_needed(path: str) -> bool:
    """Whether the static file may leave this site, by its path below /static/."""
    path = path.replace("\\", "/")
    return not path.startswith(EDITOR) or path.startswith(EDITOR_FILES)


class NeededFilesFinder(AppDirectoriesFinder):
    """Static files of the applications, less what the editor's package brings too much.

    A finder, not an ignore pattern: it holds for `collectstatic` and for development.
    """

    def list(self, ignore_patterns):
        for path, storage in super().list(ignore_patterns):
            if is_needed(path):
                yield path, storage

    def find_in_app(self, app, path):
        return super().find_in_app(app, path) if is_needed(path) else None
