"""How a bulletin moves through the newsroom, and the gate to its readers.

The status of an article says where its working copy stands:

    draft, returned                submit ──▶    submitted
    submitted                      accept ──▶    edited
    submitted, edited              return ──▶    returned
    draft, submitted, edited,
      published, withdrawn         publish ──▶   published
    published                      cancel ──▶    draft
    draft, submitted, edited,
      returned, published          withdraw ──▶  withdrawn
    published, withdrawn           reopen ──▶    draft

What readers see is told by editions and the clock alone: a published article is live
from its edition's `live_from`, and no job has to run for that.

`workflow` changes status, `editing` changes content, `publishing` composes and closes
editions, `rendering` derives what pages print, `unit_changes` records successions;
nothing else does any of it. `permissions` says who may, `audit` records that they did.

`versions` keeps every save whole, `comparing` says what differs between two of them,
`restoring` makes the article say what one says, `merging` puts two people's together.
"""
