"""Files as answers, for readers and for staff alike.

ranges        a part of a file, for players that seek
attachments   what goes with bulletins
"""
