"""Structure: what each kind of markup becomes in the canonical form."""

import pytest

from articles.text.html import sanitise

VIDEO = (
    '<figure class="video"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">'
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ</a></figure>"
)
CANONICAL = [
    "<p>Tin</p>",
    "<p>a</p>\n<p>b</p>",
    "<h2>Một</h2>\n<h3>Hai</h3>\n<h4>Ba</h4>",
    '<p class="align-center">a</p>',
    '<p class="align-right">a</p>\n<p class="align-justify">b</p>',
    "<p><strong>a <em>b</em></strong> <u>c</u> <s>d</s> H<sub>2</sub>O m<sup>2</sup></p>",
    '<p>xem <a href="https://thoxuan.vn/?a=1&amp;b=2">đây</a>, <a href="/tin/">kia</a></p>',
    "<p>dòng một<br>dòng hai</p>",
    "<p>1 &lt; 2 &amp; 3 &gt; 2</p>",
    "<p>Tin</p>\n<hr>\n<p>Hết</p>",
    "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
    '<ol start="3" type="a"><li>c</li><li>d</li></ol>',
    "<ul><li><p>a</p><p>b</p></li></ul>",
    "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
    '<img src="/media/a.jpg" alt="Ảnh &quot;đẹp&quot;">',
    '<img data-photo="12">',
    '<img data-photo="999">',
    '<img src="/media/a.jpg">',
    '<figure><img src="/media/a.jpg"><figcaption>Chú <em>thích</em></figcaption></figure>',
    '<figure><img src="/media/a.jpg"><img src="/media/b.jpg"></figure>',
    '<ul><li>a<img data-photo="1">b</li></ul>',
    '<ul><li>a <img src="/media/a.jpg"> b</li></ul>',
    VIDEO,
    f"<p>a</p>\n{VIDEO}\n<p>b</p>",
    '<table><caption>Bảng</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr>'
    '<td class="align-right" colspan="2" rowspan="3">1</td></tr></tbody><tfoot><tr><td></td></tr>'
    "</tfoot></table>",
    '<table><tbody><tr><td><img data-photo="1"></td><td><p>a</p><p>b</p></td></tr></tbody></table>',
    "<table><tbody><tr><td>a<ul><li>b</li></ul></td></tr></tbody></table>",
]


@pytest.mark.parametrize("html", CANONICAL)
def test_the_canonical_form_passes_unchanged(html):
    assert sanitise(html) == html


PARAGRAPHS = {
    "loose text gets a paragraph": ("Tin", "<p>Tin</p>"),
    "loose text around blocks": ("a<p>b</p>c", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
    "a div is a paragraph": ("<div>a</div><div>b</div>", "<p>a</p>\n<p>b</p>"),
    "a div that holds blocks is not": (
        "<div><p>a</p><p>b</p></div>",
        "<p>a</p>\n<p>b</p>",
    ),
    "a div with both": ("<div>a<p>b</p>c</div>", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
    "empty paragraphs go": (
        "<p>a</p><p>&nbsp;</p><p><br></p><p></p><p>b</p>",
        "<p>a</p>\n<p>b</p>",
    ),
    "two breaks part a paragraph": (
        "<p>a<br><br>b<br>c</p>",
        "<p>a</p>\n<p>b<br>c</p>",
    ),
    "breaks with spaces between too": (
        "<p>a<br />\n&nbsp;<br>b</p>",
        "<p>a</p>\n<p>b</p>",
    ),
    "the parts keep their alignment": (
        '<p align="right">a<br><br>b</p>',
        '<p class="align-right">a</p>\n<p class="align-right">b</p>',
    ),
    "breaks at the ends go": ("<p><br>a<br></p><br>", "<p>a</p>"),
    "no-break spaces become plain": (
        "<p>30&nbsp;km&#160; \u202f.</p>",
        "<p>30 km .</p>",
    ),
    "white space is one space": ("<p>\n a\n\tb  </p>", "<p>a b</p>"),
    "preformatted lines are kept": ("<pre>a\nb\n\nc</pre>", "<p>a<br>b</p>\n<p>c</p>"),
    "definition lists are paragraphs": ("<dl><dt>a<dd>b</dl>", "<p>a</p>\n<p>b</p>"),
    "what follows the document's end is kept": (
        "<p>a</p></body></html>b",
        "<p>a</p>\n<p>b</p>",
    ),
    "form fields give their text": (
        "<form><label>Tên</label> <button>Gửi</button></form>",
        "<p>Tên Gửi</p>",
    ),
}
HEADINGS = {
    "first level is the title's": ("<h1>a</h1>", "<h2>a</h2>"),
    "deep levels are the fourth": ("<h5>a</h5><h6>b</h6>", "<h4>a</h4>\n<h4>b</h4>"),
    "an empty heading goes": ("<h2> <br> </h2>a", "<p>a</p>"),
    "a heading has no alignment": ('<h2 align="center">a</h2>', "<h2>a</h2>"),
    "a div inside changes nothing": ("<h3><div>a</div></h3>", "<h3>a</h3>"),
    "a heading in a cell is text": (
        "<table><tr><td><h2>a</h2></td></tr></table>",
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ),
}
MARKS = {
    "b and i": ("<b>a</b> <i>b</i>", "<p><strong>a</strong> <em>b</em></p>"),
    "strike and del": ("<strike>a</strike> <del>b</del>", "<p><s>a</s> <s>b</s></p>"),
    "fonts and spans go": ('<font color="red"><span>a</span></font>', "<p>a</p>"),
    "styles that mean a mark": (
        '<span style="font-weight: 700; font-style:italic">a</span>'
        '<span style="text-decoration:underline line-through">b</span>'
        '<span style="vertical-align:super">c</span>',
        "<p><strong><em>a</em></strong><u><s>b</s></u><sup>c</sup></p>",
    ),
    "the wrapper of Google Docs": (
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p>a</p></b>',
        "<p>a</p>",
    ),
    "empty marks go": ("a<b></b><i> </i>b<u><br></u>", "<p>a b</p>"),
    "equal neighbours join": (
        "<b>a</b><strong>b</strong>",
        "<p><strong>ab</strong></p>",
    ),
    "a mark in itself is one": (
        "<b>a<strong>b</strong></b>",
        "<p><strong>ab</strong></p>",
    ),
    "a mark around blocks goes inside": (
        "<strong><p>a</p><ul><li>b</li></ul></strong>",
        "<p><strong>a</strong></p>\n<ul><li><strong>b</strong></li></ul>",
    ),
    "a link without a target is text": (
        '<a name="x">a</a><a href="#y">b</a>',
        "<p>ab</p>",
    ),
    "a link keeps nothing but its target": (
        '<a href="/x" target="_blank" rel="y" title="z" onclick="w" class="v">a</a>',
        '<p><a href="/x">a</a></p>',
    ),
    "an empty link goes": ('a<a href="/x"></a>', "<p>a</p>"),
    "a letter and its mark parted by a tag": (
        "e<b>\u0301a</b>",
        "<p>é<strong>a</strong></p>",
    ),
    "a mark without a letter goes": ("<p>&#x338;a</p>", "<p>a</p>"),
    "a half character goes": ("<p>a\ud83db</p>", "<p>ab</p>"),
}
ALIGNMENT = {
    "style": (
        '<p style="TEXT-ALIGN: Center; color:red">a</p>',
        '<p class="align-center">a</p>',
    ),
    "attribute": ("<p align=RIGHT>a</p>", '<p class="align-right">a</p>'),
    "center": (
        "<center><p>a</p>b</center>",
        '<p class="align-center">a</p>\n<p class="align-center">b</p>',
    ),
    "from the div around": (
        '<div align="center"><p>a</p></div>',
        '<p class="align-center">a</p>',
    ),
    "left is the default": (
        '<div align="center"><p align="left">a</p></div>',
        "<p>a</p>",
    ),
    "a row's cells": (
        '<table align="center"><tr align="center"><td>a</td><td align="left">b</td></tr></table>',
        '<table><tbody><tr><td class="align-center">a</td><td>b</td></tr></tbody></table>',
    ),
    "of a cell's one paragraph": (
        '<table><tr><td><p style="text-align:right">a</p></td></tr></table>',
        '<table><tbody><tr><td class="align-right">a</td></tr></tbody></table>',
    ),
    "other classes go": (
        '<p class="MsoNormal align-center x">a</p>',
        '<p class="align-center">a</p>',
    ),
    "an unknown alignment is none": (
        '<p class="align-top" style="text-align:x">a</p>',
        "<p>a</p>",
    ),
}
LISTS = {
    "a list in a list joins the item before": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ),
    "text in a list is an item": (
        "<ul>a<li>b</li></ul>",
        "<ul><li>a</li><li>b</li></ul>",
    ),
    "empty items and lists go": ("<ul><li></li><li> </li></ul><ol></ol>a", "<p>a</p>"),
    "an item's only paragraph": ("<ul><li><p>a</p></li></ul>", "<ul><li>a</li></ul>"),
    "an item outside a list": ("<li>a</li>", "<p>a</p>"),
    "a list parts its paragraph": (
        "<p>a<ul><li>b</li></ul>c</p>",
        "<p>a</p>\n<ul><li>b</li></ul>\n<p>c</p>",
    ),
    "a rule in an item parts nothing": (
        "<ul><li>a<hr>b</li></ul>",
        "<ul><li>a<br>b</li></ul>",
    ),
    "counting by style": (
        '<ol style="list-style-type:lower-roman"><li value="4">a</li></ol>',
        '<ol type="i"><li>a</li></ol>',
    ),
    "odd numbers are dropped": (
        '<ol start="1e9" type="x"><li>a</li></ol>',
        "<ol><li>a</li></ol>",
    ),
}
QUOTES = {
    "loose text": ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
    "empty": ("<blockquote><p></p></blockquote>a", "<p>a</p>"),
    "in an item": (
        "<ul><li><blockquote>a</blockquote>b</li></ul>",
        "<ul><li><p>a</p>b</li></ul>",
    ),
}
PICTURES = {
    "lifted out of its paragraph": (
        '<p align="center">a <b>b<img data-photo="1">c</b></p>',
        '<p class="align-center">a <strong>b</strong></p>\n<img data-photo="1">\n'
        '<p class="align-center"><strong>c</strong></p>',
    ),
    "lifted out of a heading": (
        '<h2>a<img data-photo="1"></h2>',
        '<h2>a</h2>\n<img data-photo="1">',
    ),
    "in a quote": (
        '<blockquote><p><img data-photo="1"></p></blockquote>',
        '<blockquote><img data-photo="1"></blockquote>',
    ),
    "attributes are three, in order; the number says which file": (
        '<img width="5" alt="a" style="float:left" src="/media/a.jpg" data-photo="3" srcset="x">',
        '<img data-photo="3">',
    ),
    "a foreign source is dropped, the place stays": (
        '<img data-photo="3" src="https://evil.example/a.jpg">',
        '<img data-photo="3">',
    ),
    "no source and no place": (
        '<p>a<img src="file:///C:/clip_image001.png"><img src="data:image/png;base64,AA">b</p>',
        "<p>ab</p>",
    ),
    "odd places": (
        '<img data-photo="0"><img data-photo="01"><img data-photo="1000"><img data-photo="-1">'
        '<img data-photo="1 "><img data-photo="\u0661">a',
        "<p>a</p>",
    ),
    "the description is one line": (
        '<img src="/media/a.jpg" alt=" a&nbsp;\nb\u200b ">',
        '<img src="/media/a.jpg" alt="a b">',
    ),
    "a figure's class goes": (
        '<figure class="image" style="float:left"><img src="/media/a.jpg"></figure>',
        '<figure><img src="/media/a.jpg"></figure>',
    ),
    "a figure without a picture": (
        "<figure><table><tr><td>a</td></tr></table><figcaption>b</figcaption></figure>",
        "<table><tbody><tr><td>a</td></tr></tbody></table>\n<p>b</p>",
    ),
    "text beside the picture follows the figure": (
        '<figure>a<p><img src="/media/a.jpg"></p><figcaption><p>b</p><p>c</p></figcaption></figure>',
        '<figure><img src="/media/a.jpg"><figcaption>b<br>c</figcaption></figure>\n<p>a</p>',
    ),
    "a caption outside a figure": ("<figcaption>a</figcaption>", "<p>a</p>"),
}
PHOTO = (
    '<figure class="photo"><img data-photo="3" src="/media/a.jpg" alt="Kiệu">'
    "<figcaption>Rước kiệu</figcaption></figure>"
)
BARE = '<img data-photo="3">'
PHOTOS = {
    "shown with its caption": (PHOTO, BARE),
    "among loose text": (f"a{PHOTO}b", f"<p>a</p>\n{BARE}\n<p>b</p>"),
    "in a paragraph": (f"<p>a{PHOTO}b</p>", f"<p>a</p>\n{BARE}\n<p>b</p>"),
    "in a heading": (f"<h2>a{PHOTO}</h2>", f"<h2>a</h2>\n{BARE}"),
    "in a quote": (
        f"<blockquote>{PHOTO}</blockquote>",
        f"<blockquote>{BARE}</blockquote>",
    ),
    "in a link": (f'<a href="/x">{PHOTO}</a>', BARE),
    "in an item": (
        f"<ul><li>a {PHOTO} b</li></ul>",
        f"<ul><li>a{BARE}b</li></ul>",
    ),
    "with space around": (
        f"<ul><li><b>a </b>{BARE}\n<i> b</i> {BARE} <br></li></ul>",
        f"<ul><li><strong>a</strong>{BARE}<em>b</em>{BARE}</li></ul>",
    ),
    "in an item beside a paragraph": (
        f"<ul><li><p>a</p>{PHOTO}</li></ul>",
        f"<ul><li><p>a</p>{BARE}</li></ul>",
    ),
    "in a cell": (
        f"<table><tr><td>{PHOTO}</td></tr></table>",
        f"<table><tbody><tr><td>{BARE}</td></tr></tbody></table>",
    ),
    "typed into": (
        f"<figure>a<b>b</b>{BARE}c<figcaption>d</figcaption>e</figure>f",
        f"{BARE}\n<p>a<strong>b</strong></p>\n<p>ce</p>\n<p>f</p>",
    ),
    "paragraphs in the caption": (
        f"<figure>{BARE}<figcaption>a<p>b</p></figcaption></figure>",
        BARE,
    ),
    "two captions": (
        f"<figure>{BARE}<figcaption>a</figcaption><figcaption>b</figcaption></figure>",
        BARE,
    ),
    "in the caption": (f"<figure><figcaption>{BARE}a</figcaption></figure>", BARE),
    "one in another": (
        f"<figure>{PHOTO}<figcaption>a</figcaption></figure>",
        BARE,
    ),
    "two in one": (
        f'<figure>{BARE}<img data-photo="4"><figcaption>a</figcaption></figure>',
        f'{BARE}\n<img data-photo="4">',
    ),
    "beside another picture, whose caption it is": (
        f'<figure><img src="/media/a.jpg">{BARE}<figcaption>a</figcaption></figure>',
        f'{BARE}\n<figure><img src="/media/a.jpg"><figcaption>a</figcaption></figure>',
    ),
    "in a table's caption": (
        f"<ul><li>a<table><caption>b{BARE}</caption><tr><td>c</table></ul>",
        f"<ul><li>a<br>{BARE}<table><caption>b</caption><tbody><tr><td>c</td></tr></tbody>"
        "</table></li></ul>",
    ),
    "with no number": (
        '<figure class="photo"><img data-photo="x"><figcaption>a</figcaption></figure>',
        "<p>a</p>",
    ),
    # What the editor shows while a photo is being sent.
    "not there yet": (
        '<p>a<span class="photo-arriving" contenteditable="false" data-says="…"></span>b</p>',
        "<p>ab</p>",
    ),
}
VIDEOS = {
    "iframe": (
        '<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0">x</iframe>',
        VIDEO,
    ),
    "iframe in a paragraph": (
        '<p>a<iframe src="https://youtu.be/dQw4w9WgXcQ"></iframe>b</p>',
        f"<p>a</p>\n{VIDEO}\n<p>b</p>",
    ),
    "embed": ('<embed src="http://www.youtube.com/v/dQw4w9WgXcQ&hl=vi">', VIDEO),
    "object once": (
        '<object><param name="movie" value="http://www.youtube.com/v/dQw4w9WgXcQ">'
        '<embed src="http://www.youtube.com/v/dQw4w9WgXcQ"></object>',
        VIDEO,
    ),
    "CKEditor 5": (
        '<figure class="media"><oembed url="https://youtu.be/dQw4w9WgXcQ"></oembed></figure>',
        VIDEO,
    ),
    "another frame goes": (
        'a<iframe src="https://evil.example/"><p>x</p></iframe>',
        "<p>a</p>",
    ),
    "another object gives its text": (
        '<object data="x.swf"><p>a</p></object>',
        "<p>a</p>",
    ),
    "a link in text stays a link": (
        '<p><a href="https://youtu.be/dQw4w9WgXcQ">phim</a></p>',
        '<p><a href="https://youtu.be/dQw4w9WgXcQ">phim</a></p>',
    ),
    "words in the reference are kept": (
        '<figure class="video"><a href="https://youtu.be/dQw4w9WgXcQ">phim</a> hay</figure>',
        f"{VIDEO}\n<p>phim hay</p>",
    ),
    "a reference to elsewhere": (
        '<figure class="video"><a href="https://evil.example/">a</a></figure>',
        '<p><a href="https://evil.example/">a</a></p>',
    ),
}
TABLES = {
    "rows without a body, presentation gone": (
        '<table border=1 width="100%" bgcolor=red><tr height=5><td valign=top nowrap>a</td></tr></table>',
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ),
    "cells without a row": (
        "<table><td>a<td>b</table>",
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    ),
    "a form around rows": (
        "<table><form><tr><td>a</td></tr></form></table>",
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ),
    "text between rows goes before": (
        "<table>x<tr><td>a</td></tr><p>y</p></table>",
        "<p>x</p>\n<p>y</p>\n<table><tbody><tr><td>a</td></tr></tbody></table>",
    ),
    "columns go": (
        "<table><colgroup><col width=5></colgroup><tr><td>a</td></tr></table>",
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ),
    "an empty table goes": ("<table><tr><td>&nbsp;</td></tr></table>a", "<p>a</p>"),
    "the caption of an empty table stays": (
        "<table><caption>a</caption></table>",
        "<p>a</p>",
    ),
    "odd spans are dropped": (
        '<table><tr><td colspan="1" rowspan="101">a</td><td colspan="0">b</td>'
        '<td colspan="2x" scope="row">c</td></tr></table>',
        "<table><tbody><tr><td>a</td><td>b</td><td>c</td></tr></tbody></table>",
    ),
    "a table in a cell": (
        "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
        "<table><tbody><tr><td><table><tbody><tr><td>a</td></tr></tbody></table></td></tr></tbody>"
        "</table>",
    ),
    "cells outside a table": ("<tr><td>a</td><td>b</td></tr>", "<p>a</p>\n<p>b</p>"),
    "paragraphs of a cell": (
        "<table><tr><td>a<div>b</div>c<br><br>d</td></tr></table>",
        "<table><tbody><tr><td>a<p>b</p>c<br>d</td></tr></tbody></table>",
    ),
}
GROUPS = {
    "paragraph": PARAGRAPHS,
    "heading": HEADINGS,
    "mark": MARKS,
    "alignment": ALIGNMENT,
    "list": LISTS,
    "quote": QUOTES,
    "picture": PICTURES,
    "photo": PHOTOS,
    "video": VIDEOS,
    "table": TABLES,
}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(html, expected, id=f"{group}: {name}")
        for group, cases in GROUPS.items()
        for name, (html, expected) in cases.items()
    ],
)
def test_becomes(html, expected):
    assert sanitise(html) == expected
