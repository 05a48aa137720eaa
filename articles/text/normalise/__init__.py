"""Any HTML to the one canonical form in which articles are kept.

    parsing      HTML to a tree of nodes, within limits
    tags         which tags are read in the same way
    addresses    where links, pictures and videos may point
    styling      what a node's tag, style and class say: marks and alignment
    attributes   pictures, videos, spans and numbering: what attributes may hold
    word         what Word writes in its own way: list items, headings, review notes
    runs         the text of one paragraph: pieces and the marks they carry
    blocks       paragraphs, lists, tables, figures: the canonical form, as HTML and as plain text
    lists        Word's list paragraphs to lists
    tables       which nodes of a table are its rows and cells
    captions     blocks to the one paragraph of a caption
    flow         one container being filled with blocks
    walking      the walk through the tree that builds the blocks

The canonical form is built anew from what is understood, never patched: an element that no rule
names gives its text and nothing else. It is not what makes HTML safe; `articles.text.html` is.
"""
