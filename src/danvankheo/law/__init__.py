"""What applied on a day, and who says so: law as dated data.

>>> from datetime import date
>>> from danvankheo import law
>>> salary = law.at(date(2022, 11, 2)).applied("base_salary")
>>> salary.value, salary.source
(Decimal('1490000'), 'Nghị định 38/2019/NĐ-CP')

Read in this order: `tables` (records and look-up), `load` (strict reading of one table), `book` (all
tables together, and a caller's own). The tables are in `data/`, one file each.
"""

from danvankheo.public_names import public_names

__getattr__, __dir__, __all__ = public_names(__name__)
