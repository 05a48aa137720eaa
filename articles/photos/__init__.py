"""From a file somebody sends to the sizes that pages need.

specs         the named sizes and formats, and the file names that follow from them
crop          which part of a photo a ratio keeps around its focus
refusals      the sentences for what is not taken in
decoding      what is accepted, within which limits, and how it becomes plain RGB
frames        how many pictures a file holds, counted before one is decoded
orientation   turning a photo upright without holding it twice
colour        every colour profile, depth and transparency brought to sRGB on white
focus         where the eye goes: the point proposed for crops
likeness      a fingerprint that survives resizing, and the photos that look alike
placeholder   the blurred few bytes that stand until the photo is there
storing       files written whole, or not at all
memory        large pictures open one at a time, their memory given back
locks         one maker at a time, across threads and processes
renditions    the original and its smaller copies: made, named, made anew, removed
intake        the one door: receive a file, keep its row
markup        a kept photo as HTML
"""
