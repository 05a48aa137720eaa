"""What staff fill in besides the bulletin's own fields.

steps          taking a step: notes, reasons, when to publish
photo_places   the photos of a bulletin
attachments    the other files of a bulletin
library        what the library says of photos
"""
