"""Which tags are read in the same way. A tag named nowhere gives its text and nothing else."""

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
PREFORMATTED = {"pre", "listing", "xmp", "plaintext"}
PARAGRAPHS = {"p", "div", "center", *HEADINGS, *PREFORMATTED}
PARAGRAPHS |= {"address", "article", "aside", "details", "dialog", "dd", "dl", "dt"}
PARAGRAPHS |= {
    "fieldset",
    "footer",
    "form",
    "header",
    "hgroup",
    "legend",
    "main",
    "nav",
}
PARAGRAPHS |= {"option", "section", "summary"}
# Parts that stand outside the whole they belong to.
PARAGRAPHS |= {
    "li",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "figcaption",
}

LISTS = {"ul", "ol", "menu", "dir"}
IMAGES = {"img", "image"}
FRAMES = {"iframe", "embed", "oembed"}
FOREIGN = {"svg", "math"}

# Code, settings and what browsers never show; their text is not text of the article.
DROPPED = {
    "script",
    "style",
    "template",
    "noscript",
    "noembed",
    "noframes",
    "head",
    "title",
}
DROPPED |= {"xml", "audio", "video", "canvas", "meta", "link", "base", "param"}
