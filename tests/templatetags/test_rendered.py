from django.template import Context, Template

from articles.models import Edition


def test_the_rendered_body_is_printed_as_it_is():
    template = Template("{% load rendered %}{{ edition|rendered_body }}")
    edition = Edition(body_html="<p>Đã làm sạch</p>")
    assert template.render(Context({"edition": edition})) == "<p>Đã làm sạch</p>"
