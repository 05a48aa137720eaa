"""Search over live editions.

documents   what of an edition can be found, folded
query       find(): the live editions that hold every word
"""
