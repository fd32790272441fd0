"""Office papers in and out: Word, Excel, CSV, web pages and PDF as people see them.

A file becomes a `Paper`: paragraphs and tables in the order of reading, each with its `Address`. A table is a
`Grid` of `Cell`: the text **as shown**, the exact number stored under it, what is merged, hidden, or a
formula. Rows and columns count from 1 with merged cells laid out; a merged cell stands once, at its first
row and column, and `Grid.at` finds it from each of its places. `Grid.text_at` is empty at the covered ones.
Of a workbook each sheet is one grid, in which there may be several tables, titles and notes; of a PDF each
table of each page is one grid, whether or not it goes on over the page.
"""
