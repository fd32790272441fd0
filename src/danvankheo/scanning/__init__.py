"""Which figures does a running text hold?

Read in this order: `running_text` (the text tidied, with offsets into the text as it came), `facts`
(what is found), `pieces` (a fact while it is being read), `scan` (the one pass over the text), and
what it asks at each place: `times` (dates and periods), `symbols` (documents), `amounts` (numbers
with their units), `counted` (what stands after a number), `nouns` (where what is counted ends),
`pairs` (two numbers that belong together), `names` (numbers that count nothing), `statements`
(changes, attainment). Then `context` (roles, gifts, comparators), `awards` and `subjects` look
around what was found; `data` writes facts as plain data, `rows` as rows of a table.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
