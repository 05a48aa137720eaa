"""The sitemap protocol 0.9 with the extensions for news and images, as RELAX NG."""

from lxml import etree

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
MOST_ENTRIES = 50_000
MOST_BYTES = 50 * 1024 * 1024

SCHEMA = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
         ns="{SITEMAP}" xmlns:news="{NEWS}" xmlns:image="{IMAGE}">
  <start><choice><ref name="index"/><ref name="urlset"/></choice></start>

  <define name="index">
    <element name="sitemapindex"><oneOrMore>
      <element name="sitemap"><interleave>
        <element name="loc"><ref name="address"/></element>
        <optional><element name="lastmod"><ref name="moment"/></element></optional>
      </interleave></element>
    </oneOrMore></element>
  </define>

  <define name="urlset">
    <element name="urlset"><oneOrMore>
      <element name="url"><interleave>
        <element name="loc"><ref name="address"/></element>
        <optional><element name="lastmod"><ref name="moment"/></element></optional>
        <optional><ref name="news"/></optional>
        <zeroOrMore><ref name="image"/></zeroOrMore>
      </interleave></element>
    </oneOrMore></element>
  </define>

  <define name="news">
    <element name="news:news"><interleave>
      <element name="news:publication"><interleave>
        <element name="news:name"><ref name="words"/></element>
        <element name="news:language"><data type="string"><param name="pattern">[a-z]{{2,3}}</param></data></element>
      </interleave></element>
      <element name="news:publication_date"><ref name="moment"/></element>
      <element name="news:title"><ref name="words"/></element>
    </interleave></element>
  </define>

  <define name="image">
    <element name="image:image"><element name="image:loc"><ref name="address"/></element></element>
  </define>

  <define name="address">
    <data type="anyURI"><param name="pattern">https?://[!-~]{{3,2000}}</param></data>
  </define>
  <define name="moment">
    <data type="dateTime"><param name="pattern">.+(Z|[+\\-][0-9]{{2}}:[0-9]{{2}})</param></data>
  </define>
  <define name="words">
    <data type="string"><param name="minLength">1</param></data>
  </define>
</grammar>
"""


def complaints(text: bytes) -> list[str]:
    schema = etree.RelaxNG(etree.fromstring(SCHEMA))
    root = etree.fromstring(text)
    found = [] if schema.validate(root) else [str(error) for error in schema.error_log]
    if len(root) > MOST_ENTRIES or len(text) > MOST_BYTES:
        found.append("The file is too large.")
    places = addresses(text)
    if len(set(places)) != len(places):
        found.append("An address stands twice.")
    return found


def addresses(text: bytes) -> list[str]:
    """Every address that the file lists, in its order."""
    return [place.text for place in etree.fromstring(text).iter(f"{{{SITEMAP}}}loc")]
