from pathlib import Path

from articles.editorial.workflow_table import table

README = Path(__file__).parents[2] / "README.md"
BEGIN = "<!-- workflow: drawn by articles/editorial/workflow_table.py -->"
END = "<!-- end of workflow -->"


def test_the_readme_shows_the_workflow_as_it_is():
    _before, _mark, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    block, mark, _after = rest.partition(END)
    assert mark, f"README.md lacks {BEGIN} … {END}"
    assert block.strip().splitlines() == table()
