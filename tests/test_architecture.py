"""The layers of `articles`, and the one home that each dangerous thing has."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "articles"

LAYERS = [
    ["text"],
    ["models"],
    ["search", "photos", "attachments", "uploads", "reading_counts"],
    ["editorial"],
    ["imports", "demo", "housekeeping"],
    ["forms", "templatetags", "serving"],
    [
        "admin",
        "views",
        "feeds",
        "sitemaps",
        "management",
        "checks",
        "middleware",
        "context_processors",
    ],
    ["urls", "apps"],
]
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}
SOURCES = sorted(
    path
    for path in APP.rglob("*.py")
    if "migrations" not in path.parts and path != APP / "__init__.py"
)
MIGRATIONS = sorted((APP / "migrations").glob("*.py"))
PUBLIC_SIDE = ["views", "feeds", "sitemaps", "search", "urls", "context_processors"]
PARTS_ALLOWED_UPWARD = {("checks", "admin")}  # the check asks the editor itself


def name_of(path):
    return str(path.relative_to(APP))


def part_of(path):
    return path.relative_to(APP).with_suffix("").parts[0]


def imports_of(path):
    """Dotted names that a module imports; ruff keeps all imports absolute."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name


def imported_parts(path):
    for name in imports_of(path):
        app, part, *_ = f"{name}.".split(".")
        if app == "articles" and part:
            yield part


def importers_of(package):
    """The modules that import the package, by their path below articles/."""
    return [
        name_of(path)
        for path in SOURCES
        if any(name.split(".")[0] == package for name in imports_of(path))
    ]


def parts_with(pattern):
    """The modules whose source matches, by their path below articles/."""
    return [name_of(path) for path in SOURCES if re.search(pattern, path.read_text())]


def test_every_part_has_a_layer():
    assert {part_of(path) for path in SOURCES} <= set(RANK)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_imports_point_down_the_layers(path):
    own = part_of(path)
    others = set(imported_parts(path)) - {own}
    upward = {part for part in others if RANK[part] >= RANK[own]}
    assert {(own, part) for part in upward} - PARTS_ALLOWED_UPWARD == set()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_only_wiring_may_import_inside_functions(path):
    tree = ast.parse(path.read_text())
    inside = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == [] or path.name == "apps.py"


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if part_of(path) in PUBLIC_SIDE], ids=name_of
)
def test_the_public_side_reads_editions_and_never_articles(path):
    staff_side = {"Article", "Byline", "PhotoPlace", "Event", "Origin", "Status"}
    assert {name.rsplit(".", 1)[-1] for name in imports_of(path)} & staff_side == set()
    assert not re.search(r"\.articles?\b", strip_names(path))


def strip_names(path):
    """The module's code without its strings and imports, where words mean other things."""
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    tree.body = [n for n in tree.body if not isinstance(n, ast.Import | ast.ImportFrom)]
    return ast.unparse(tree)


PUBLIC_TEMPLATES = [
    path
    for folder in ("articles", "includes", ".")
    for path in sorted((ROOT / "templates" / folder).glob("*.html"))
]


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=lambda path: path.name)
def test_public_templates_print_editions_and_never_articles(path):
    assert not re.search(
        r"\.(article|articles|bylines_set|photo_places)\b", path.read_text()
    )


@pytest.mark.parametrize("path", MIGRATIONS, ids=name_of)
def test_migrations_stand_on_their_own(path):
    assert [name for name in imports_of(path) if name.startswith("articles")] == []


def test_status_is_assigned_in_one_place():
    assert parts_with(r"\.status(,| =)(?!=)|update\([^)]*\bstatus=") == [
        "editorial/workflow.py"
    ]


def test_editions_are_made_and_closed_in_one_place():
    assert parts_with(r"\bEdition\(") == ["editorial/composing.py", "models/edition.py"]
    assert parts_with(r"\.live_until(,| =)(?!=)") == ["editorial/publishing.py"]


def test_audit_events_are_written_in_one_place():
    assert parts_with(r"Event\.objects\.create|\bEvent\(") == [
        "editorial/audit.py",
        "models/event.py",
    ]


def test_html_becomes_safe_in_one_place():
    assert importers_of("nh3") == ["text/html.py"]


def test_raw_sql_lives_in_search_and_migrations():
    raw = parts_with(r"\.raw\(|RawSQL|\.cursor\(\)|\.extra\(")
    assert [name for name in raw if not name.startswith("search/")] == []


def test_one_module_knows_the_editor():
    assert importers_of("ckeditor") == ["admin/editor.py"]


def test_no_signals():
    assert parts_with(r"django\.db\.models\.signals|@receiver|django\.dispatch") == []


def test_no_junk_drawers():
    banned = {
        "utils",
        "helpers",
        "common",
        "services",
        "managers",
        "signals",
        "constants",
    }
    assert [
        name_of(path) for path in SOURCES if set(path.with_suffix("").parts) & banned
    ] == []
