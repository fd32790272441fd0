"""Figures of Vietnam's emulation movements: types, exact calculation, Vietnamese writing.

>>> import danvankheo as dvk
>>> dvk.format_percent(dvk.share(27, 28), decimals=2)
'96,43%'

What most programs need stands here; the rest has a home that one guesses: `danvankheo.units`, `.calc`,
`.auditing`, `.awarding`, `.law`, `.scanning`, `.drafting`, `.documents`, `.frames`, `.reporting`, `.charts`,
`.testing`, `.errors`. All names load with their first use, so that ``import danvankheo`` costs next
to nothing and Babel and cattrs come only when they are needed.
"""

from danvankheo.once import once
from danvankheo.presenters import presenters
from danvankheo.public_names import public_names
from danvankheo.version import __version__ as __version__


@once  # each `str` asks
def _writing():
    from danvankheo.formatting import specs  # noqa: PLC0415  # with the first value that is written

    return specs


def _showing():
    from danvankheo.notebooks import show  # noqa: PLC0415  # with the first value that is shown

    return show


def _reading():
    from danvankheo.documents import fields  # noqa: PLC0415  # pydantic asks for it

    return fields


presenters.writing = _writing
presenters.showing = _showing
presenters.reading = _reading


__getattr__, __dir__, __all__ = public_names(__name__)
