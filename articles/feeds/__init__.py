"""The newest bulletins for feed readers: the same twenty as RSS 2.0 and as JSON Feed 1.1.

channels      what a feed is of: the site, a category, a unit
conditional   what readers have already isn't sent, nor built, again
full_text     a bulletin as HTML that stands on its own, far from this site's pages
rss, json_feed   the two formats
views         the addresses
"""
