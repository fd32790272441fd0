"""What a cell shows: Excel's number formats, with Vietnamese or English signs.

Read in this order: `codes` (a format taken apart), `numbers` and `dates` (the parts of each kind), `show`.
"""
