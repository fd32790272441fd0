"""Which figures does a running text hold?

Read in this order: `running_text` (the text tidied, with offsets into the text as it came), `facts`
(what is found), `scan` (the one pass over the text), and what it asks at each place: `times`
(dates and periods), `symbols` (documents), `figures` (numbers with their units), `nouns` (where
what is counted ends), `names` (numbers that count nothing), `statements` (changes, attainment),
`context` (subjects, comparators, awards).
"""
