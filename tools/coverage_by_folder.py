"""Print how much of each folder the tests cover, lines and branches; exit 1 below a floor.

    coverage run -m pytest -n auto && coverage combine -q && python tools/coverage_by_folder.py

The floors stand in ``pyproject.toml`` under ``[tool.danvankheo.coverage]``, in percent; a folder that
is not listed there has the floor of ``default``.
"""

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from coverage import Coverage

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
PACKAGE = "danvankheo"


def measured() -> dict[str, tuple[int, int]]:
    """Return how many lines and branches of each folder were run, and how many there are."""
    coverage = Coverage(config_file=str(PROJECT))
    coverage.load()
    with TemporaryDirectory() as place:
        report = Path(place) / "coverage.json"
        coverage.json_report(outfile=str(report))
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    run, there = Counter[str](), Counter[str]()
    for name, file in files.items():
        inside = Path(name).as_posix().rsplit(f"/{PACKAGE}/", 1)[-1]
        folder = inside.split("/")[0] if "/" in inside else "(top)"
        summary = file["summary"]
        run[folder] += summary["covered_lines"] + summary["covered_branches"]
        there[folder] += summary["num_statements"] + summary["num_branches"]
    return {folder: (run[folder], there[folder]) for folder in sorted(there)}


def main() -> int:
    """Print a line a folder and the whole; return 1 if one of them is below its floor."""
    floors = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["danvankheo"]["coverage"]
    counts = measured()
    counts["(all)"] = tuple(map(sum, zip(*counts.values(), strict=True)))  # type: ignore[assignment]
    below = []
    for folder, (run, there) in counts.items():
        percent = 100 * run / there
        floor = floors.get(folder, floors["default"])
        print(f"{folder:12} {percent:6.2f}%  of {there:5}  (at least {floor}%)")
        below += [folder] * (percent < floor)
    if below:
        print("below the floor:", *below)
    return bool(below)


if __name__ == "__main__":
    sys.exit(main())
