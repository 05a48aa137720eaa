"""Legacy bulletins: from a file of an old website to an article of the newsroom.

    sources      files, folders and zip archives, as items that can be read
    readers      one module per kind of file; an item becomes a bulletin
      junk         lines that belong to the old page, not to the text
      headers      the title, and the date line near it
      signatures   the byline below the text, or under the title
      bodies       the lead, the paragraphs, the photos with their captions
    datelines    what one line says about date and time
    bylines      what the last lines say about people, unit and source
    loader       a bulletin becomes an article

Reading never guesses. What is understood only in part is kept as written, and a
warning sends it to a person; what is left out of the text is listed as dropped.
"""
