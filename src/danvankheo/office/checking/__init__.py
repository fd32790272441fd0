"""The audit of a paper: its tables within rows and columns, against each other and against the text.

The figures are judged by the same intervals, habits and least corrections as `danvankheo.auditing`. A
relation is only alleged where the paper states it, its heads leave no doubt, or enough other lines agree;
what was not checked is listed.
"""
