"""Text and markup as values: pure functions that know no model, no database and no request.

vietnamese   normal form, folding for search, slugs, dictionary order
encodings    bytes from a file to text, or a refusal
html         the gate: sanitise() and what is read out of sanitised HTML
reading      a text taken apart into blocks, words and signs
diff         what changed between two versions
merge        what two people changed, put together where it can be
personal_numbers   identity cards and telephones in a text
normalise    any HTML to the one canonical form that the gate stores
"""
