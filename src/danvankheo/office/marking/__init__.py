"""Papers handed back with remarks: comments in Word, notes and colour in Excel, a marked page for every kind.

The user's own file is never written to. Read in this order: `remarks` (what is remarked where), `word`,
`excel` and `page` (a marked copy of each kind), `mark` (which of them, and where to), `letters` (what to
correct, for each sender).
"""
