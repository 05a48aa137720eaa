"""Whether the files in the media storage and the rows of the database agree.

problems      what can be wrong, in words
files         the storage, asked so that one bad file ends nothing
rows          rows that do not say which files they need
unneeded      files that no row needs, and when they may go
photos        originals and renditions
attachments   the files that go with bulletins, to the last byte
arrivals      uploads that nobody finished
checking      all of it in steps, and when nothing may be removed
report        what was found, as JSON
"""
