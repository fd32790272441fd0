"""The collection workbook: written for senders to fill in, and read back without a question.

Read in this order: `layout` (its sheets and columns), `values` (how a value stands in a cell), `marks` (the
hidden sheet that says which edition it is), `writing`, `reading`.
"""
