"""Facts that can be checked against each other: the check, and where they stand."""

from typing import TypeAlias

import attrs

from danvankheo.auditing.checks.base import Check
from danvankheo.auditing.findings.finding import FactRef, Finding


@attrs.frozen(kw_only=True)
class Claim:
    """A check of facts of a document, and where these stand.

    Args:
        facts: what it is about.
        check: what was found.
        listed: the parts of a sum may not be all, so that a sum below the total proves nothing.
        open_end: more parts are known to be missing, so that it is to be expected.
    """

    facts: tuple[FactRef, ...]
    check: Check
    listed: bool = False
    open_end: bool = False


Found: TypeAlias = Claim | Finding
"""A claim to be judged, or what is wrong already."""
