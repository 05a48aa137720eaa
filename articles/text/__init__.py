"""Text and markup as values: pure functions that know no model, no database and no request.

vietnamese   normal form, folding for search, slugs, dictionary order
encodings    bytes from a file to text, or a refusal
html         the gate: sanitise() and what is read out of sanitised HTML
normalise    any HTML to the one canonical form that the gate stores
"""
