"""What readers get, a concept a module. Nothing here reads the staff's side, except
that `previews` asks `editorial.preview_links` for the draft that a link opens, and
`reports` hands what readers write to `editorial.reader_reports`.

front       the front page
bulletins   one bulletin; the page of a withdrawn one
neighbours  the way on from a bulletin; relating: which ones are like it
unit_today  to whom a unit's work has passed
reports     readers say what is wrong; reader_address: from where, for counting
corrections what was corrected or withdrawn
lists       what every list of bulletins shares
sections    the categories and one category
units       the units and one unit
authors     the authors and one author
archive     the bulletins by year, month and day; periods: those themselves
reads       what is read most; the count of it
search      finding bulletins by words
paging      a list by cursors
previews    a draft, shown to one person by a link
media       renditions of photos
language    the reader's choice of language
errors      pages for what went wrong

Every page works without JavaScript, asks nothing of session or user, and runs few
queries, always as many: the tests of the views hold the numbers.
"""
