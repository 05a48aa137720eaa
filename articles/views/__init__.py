"""What readers get, a concept a module. Nothing here reads the staff's side, except
that `previews` asks `editorial.preview_links` for the draft that a link opens.

front       the front page
bulletins   one bulletin; the page of a withdrawn one
corrections what was corrected or withdrawn
lists       what every list of bulletins shares; the archive
sections    the categories and one category
units       the units and one unit
search      finding bulletins by words
paging      a list by cursors
previews    a draft, shown to one person by a link
media       renditions of photos
language    the reader's choice of language
errors      pages for what went wrong

Every page works without JavaScript, asks nothing of session or user, and runs one
query or two: the tests of the views hold the numbers.
"""
