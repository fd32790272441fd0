"""Many papers become one collection: who sent what, what is missing, double, unlikely or not understood.

Read in this order: `records` (what a collection holds), `paths` (which files), `gathering` (one file),
`senders` (places brought to one form), `likely` (the second look), `collect` (all together), `forms` (what
columns mean, kept as TOML), `pages` and `workbook` (how it is shown).
"""
