"""Print the lowest versions that ``pyproject.toml`` allows, as constraints for pip.

    python tools/lowest_versions.py > lowest.txt
    pip install -c lowest.txt '.[cli,polars]' --group test

Every ``>=`` of the dependencies, the extras and the groups named on the command line becomes ``==``.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def lowest(requirements: Iterable[str]) -> Iterator[str]:
    """Yield ``name==version`` for each requirement that names a lowest version."""
    for text in requirements:
        requirement = Requirement(text)
        for bound in requirement.specifier:
            if bound.operator == ">=":
                yield f"{requirement.name}=={bound.version}"


def main(groups: list[str]) -> None:
    """Print the constraints of the project, its extras and the groups."""
    data = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    project, own = data["project"], data["project"]["name"]
    listed = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        listed += [text for text in extra if Requirement(text).name != own]
    for group in groups:
        listed += [text for text in data["dependency-groups"][group] if isinstance(text, str)]
    print(*sorted(set(lowest(listed))), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
