"""Draw the pictures of the page on charts: run its examples, and save what they draw.

python tools/docs_pictures.py
"""

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {"paired": "charts-paired.png", "line": "charts-series.png"}


def main() -> None:
    """Run the page in a folder of its own, which has the example documents, and save its pictures."""
    page = (ROOT / "docs/how-to/charts.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    space: dict[str, object] = {}
    with TemporaryDirectory() as folder:
        (Path(folder) / "docs").symlink_to(ROOT / "docs")
        os.chdir(folder)
        exec(compile(code, "charts.md", "exec"), space)  # noqa: S102  # our own page
        for name, file in PICTURES.items():
            space[name].save(ROOT / "docs/_static" / file)  # type: ignore[attr-defined]
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
