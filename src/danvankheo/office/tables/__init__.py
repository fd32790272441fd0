"""What the tables of a paper mean: heads, units, totals, outline, kinds of columns, and each figure.

`read_tables` reads all tables of a paper, `read_table` one grid; what is not understood is listed. Records
come from a reading by `danvankheo.office.tables.ledger`.
"""
