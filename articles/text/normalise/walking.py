"""The walk through a parsed tree that builds the canonical blocks."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from articles.text.normalise import tags
from articles.text.normalise.addresses import youtube_id
from articles.text.normalise.attributes import (
    cell_spans,
    framed_video,
    list_start,
    list_type,
    read_image,
)
from articles.text.normalise.blocks import (
    Block,
    Cell,
    Figure,
    List,
    Picture,
    Quote,
    Rule,
    Table,
    Text,
    Video,
)
from articles.text.normalise.captions import read_captions
from articles.text.normalise.flow import Context, Flow
from articles.text.normalise.parsing import TOO_DEEP, HtmlRefused, Node, parse
from articles.text.normalise.runs import BREAK, Image, Run, tidy
from articles.text.normalise.styling import added_marks, alignment, classes
from articles.text.normalise.tables import Row, read_table
from articles.text.normalise.word import heading, is_review_note, list_place

# Few enough that what is built never comes near the parser's own limit of depth.
MAX_NESTING = 20
# Each figure hands on what is in it and no picture: once for every figure around.
MAX_FIGURES = 5

Handler = Callable[[Flow, Node, Context], None]


def read_blocks(html: str) -> list[Block]:
    """The canonical blocks of any HTML. Raises HtmlRefused where it is nested too deep."""
    flow = Flow()
    _fill(flow, parse(html), Context())
    return flow.finish()


def _fill(flow: Flow, node: Node, context: Context) -> None:
    for child in node.children:
        if isinstance(child, str):
            flow.text(child, context)
        elif not is_review_note(child):
            _HANDLERS.get(child.tag, _inline)(flow, child, context)


def _drop(flow: Flow, node: Node, context: Context) -> None:
    """Nothing of the node is text of the article."""


def _inline(flow: Flow, node: Node, context: Context) -> None:
    _fill(flow, node, context._replace(marks=added_marks(context.marks, node)))


def _paragraph(flow: Flow, node: Node, context: Context) -> None:
    flow.end_paragraph()
    block = _block_tag(flow, node, context)
    context = context._replace(
        block=block,
        align=alignment(node, context.align),
        place=context.place or (list_place(node) if block == "p" else None),
        preformatted=context.preformatted or node.tag in tags.PREFORMATTED,
    )
    _fill(flow, node, context)
    flow.end_paragraph()


def _block_tag(flow: Flow, node: Node, context: Context) -> str:
    if flow.direct:
        return "p"
    around = context.block if context.block in tags.HEADINGS else None
    return tags.HEADINGS.get(node.tag) or heading(node) or around or "p"


def _break(flow: Flow, node: Node, context: Context) -> None:
    flow.inline(BREAK, context)


def _rule(flow: Flow, node: Node, context: Context) -> None:
    flow.end_paragraph()
    if not flow.direct:
        flow.add(Rule())


def _image(flow: Flow, node: Node, context: Context) -> None:
    if image := read_image(node):
        flow.inline(image, context)


def _frame(flow: Flow, node: Node, context: Context) -> None:
    """An embedded YouTube video; any other frame goes, with the code inside."""
    if video := framed_video(node):
        flow.add(Video(video))


def _object(flow: Flow, node: Node, context: Context) -> None:
    """A video once, however often the old code repeats it; else the text for those without."""
    if video := framed_video(node):
        flow.add(Video(video))
    else:
        _fill(flow, node, context)


def _foreign(flow: Flow, node: Node, context: Context) -> None:
    """A drawing or formula. A block inside means that its end is missing, as to a browser."""
    for child in node.children:
        if isinstance(child, Node):
            handler = _HANDLERS.get(child.tag, _foreign)
            (_foreign if handler is _inline else handler)(flow, child, context)


def _quote(flow: Flow, node: Node, context: Context) -> None:
    if flow.direct:
        _paragraph(flow, node, context)
        return
    inner = Flow()
    _fill(inner, node, _deeper(context)._replace(block="p"))
    if blocks := inner.finish():
        flow.add(Quote(blocks))


def _deeper(context: Context) -> Context:
    if context.nesting == MAX_NESTING:
        raise HtmlRefused(TOO_DEEP)
    return context._replace(nesting=context.nesting + 1, place=None, preformatted=False)


def _list(flow: Flow, node: Node, context: Context) -> None:
    flow.end_paragraph()
    inside = _deeper(context)
    items: list[list[Block]] = []
    for child in node.children:
        is_item = isinstance(child, Node) and child.tag == "li"
        blocks, _align = _direct(child if is_item else Node("li", {}, [child]), inside)
        if items and isinstance(child, Node) and child.tag in tags.LISTS:
            items[-1] += blocks
        elif blocks:
            items.append(blocks)
    if items and node.tag == "ol":
        flow.add(List("ol", items, list_start(node), list_type(node)))
    elif items:
        flow.add(List("ul", items))


def _direct(node: Node, context: Context) -> tuple[list[Block], str]:
    """The blocks of a list item or cell, and the alignment of the one paragraph it had."""
    flow = Flow(direct=True, lifts=False)
    _fill(flow, node, context._replace(block=None, align=""))
    blocks = list(_with_joined_texts(flow.finish()))
    texts = [block for block in blocks if isinstance(block, Text)]
    if len(texts) == 1 and texts[0] is blocks[0]:
        blocks[0] = Text(None, texts[0].runs)
        return blocks, texts[0].align
    return blocks, ""


def _with_joined_texts(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, direct texts that follow each other made one with breaks."""
    for is_direct, group in groupby(blocks, key=_is_direct_text):
        if is_direct:
            texts = list(group)
            lines = [run for text in texts for run in (*text.runs, Run(BREAK))]
            yield texts[0] if len(texts) == 1 else Text(None, tidy(lines))
        else:
            yield from group


def _is_direct_text(block: Block) -> bool:
    return isinstance(block, Text) and block.tag is None


def _table(flow: Flow, node: Node, context: Context) -> None:
    flow.end_paragraph()
    parts = read_table(node)
    inside = _deeper(context)
    _fill(flow, Node("div", {}, parts.strays), context)
    caption, images = read_captions(parts.captions, inside.marks)
    for image in images:
        flow.inline(image, context)
    sections = [
        (tag, kept)
        for tag, rows in parts.sections
        if (kept := [_cells(row, inside) for row in rows if row.cells])
    ]
    if any(cell.blocks for _tag, rows in sections for row in rows for cell in row):
        flow.add(Table(caption, sections))
    elif caption:
        flow.add(Text("p", caption))
    flow.end_paragraph()


def _cells(row: Row, context: Context) -> list[Cell]:
    row_align = alignment(row.node, "") if row.node.tag == "tr" else ""
    return [_cell(node, row_align, context) for node in row.cells]


def _cell(node: Node, row_align: str, context: Context) -> Cell:
    blocks, align = _direct(node, context)
    align = align or alignment(node, row_align)
    return Cell(node.tag, blocks, align, cell_spans(node))


def _figure(flow: Flow, node: Node, context: Context) -> None:
    """Pictures and their caption; what else stands in the figure follows it."""
    if context.figures == MAX_FIGURES:
        raise HtmlRefused(TOO_DEEP)
    node = _take_video(flow, node)
    captions = [child for child in node.children if _is_caption(child)]
    content = [child for child in node.children if not _is_caption(child)]
    inner = Flow(direct=flow.direct)
    inside = context._replace(block="p", figures=context.figures + 1)
    _fill(inner, Node("div", {}, content), inside)
    blocks = inner.finish()
    caption, images = read_captions(captions, context.marks)
    images = [block.image for block in blocks if isinstance(block, Picture)] + images
    photos = [image for image in images if image.number]
    _add_photos(flow, photos, context)
    if others := [image for image in images if not image.number]:
        flow.add(Figure(others, caption))
    for block in blocks:
        if not isinstance(block, Picture):
            flow.add(block)
    if caption and not images:
        flow.add(Text("p", caption))


def _add_photos(flow: Flow, photos: list[Image], context: Context) -> None:
    """Photos of the article, each by itself; in an item or cell, among its text.

    The caption that the editor shows under one is kept beside the photo's place, and
    not a second time in the text.
    """
    if not (photos and flow.direct):
        flow.end_paragraph()
    for photo in photos:
        flow.inline(photo, context)


def _is_caption(child: Node | str) -> bool:
    return isinstance(child, Node) and child.tag == "figcaption"


def _take_video(flow: Flow, node: Node) -> Node:
    """Add the video that a stored `<figure class="video">` refers to; return the rest of it."""
    if "video" not in classes(node):
        return node
    for number, child in enumerate(node.children):
        video = youtube_id(child.get("href")) if isinstance(child, Node) else None
        if video:
            flow.add(Video(video))
            is_bare = youtube_id(child.text()) == video
            text = [] if is_bare else child.children
            rest = [*node.children[:number], *text, *node.children[number + 1 :]]
            return Node("figure", {}, rest)
    return node


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(tags.PARAGRAPHS, _paragraph),
    **dict.fromkeys(tags.LISTS, _list),
    **dict.fromkeys(tags.FRAMES, _frame),
    **dict.fromkeys(tags.FOREIGN, _foreign),
    **dict.fromkeys(tags.DROPPED, _drop),
    **dict.fromkeys(tags.IMAGES, _image),
    "blockquote": _quote,
    "br": _break,
    "figure": _figure,
    "hr": _rule,
    "object": _object,
    "table": _table,
}
