"""The rules of the formats that machines read here, written from their specifications.

Each module has `complaints(text)`: what a strict reader would say, as sentences; none
for a good document.
"""
