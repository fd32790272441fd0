"""placeholder"""


def audit() -> None: ...
