"""From an upload to the sizes that pages need.

specs        the sizes and formats, and the file names that follow from them
intake       the one door: what is accepted, cleaned and kept
renditions   the smaller copies, made once at intake
markup       a kept photo as HTML
"""
