"""Speed and memory, measured by `make bench`, never inside ordinary tests.

measures       what a benchmark gives back
photo_files    photos as telephones make them, by code
photo_worker   the process that is measured
photos         one photo at a time, and twenty at once
"""
