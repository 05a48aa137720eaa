"""Files that go with bulletins: sound, a short video, documents.

refusal     the one exception, whose sentence says what to do
kinds       what is accepted: one table
strangers   what is not, and how people call it
sound       MP3 and Ogg, looked at frame by frame
film        MP4 and M4A: the tree of boxes
pdf         PDF: whole, unlocked, without scripts
packages    Office Open XML and OpenDocument: archives with a known inside
compound    the office formats of before 2007
intake      the one door: what is checked, cleaned and kept
addresses   where readers get it
"""
