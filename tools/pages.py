"""Write what is made from the code: pages of the reference, and the published JSON Schema.

python tools/pages.py            # all of it: nox -s pages
python tools/pages.py --check    # writes nothing; names what is out of date, and exits with 1
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import law_page
import names_page
import tables_page

from danvankheo.documents.schema_maker import make_schema

ROOT: Final = Path(__file__).parents[1]


def schema() -> str:
    """Return the JSON Schema of documents, as the package ships it."""
    return json.dumps(make_schema(), ensure_ascii=False, indent=2) + "\n"


PAGES: Final[dict[str, Callable[[], str]]] = {
    "docs/reference/frames-tables.md": tables_page.page,
    "docs/reference/law-tables.md": law_page.page,
    "docs/reference/names.md": names_page.page,
    "src/danvankheo/documents/schemas/movement-v1.schema.json": schema,
}
"""What is made, by the path of its file."""


def main(arguments: list[str]) -> int:
    """Write the pages that have changed; return 1 if they should only be checked and one has."""
    changed = [name for name, make in PAGES.items() if (ROOT / name).read_text("utf-8") != make()]
    for name in changed:
        print(name)
        if "--check" not in arguments:
            (ROOT / name).write_text(PAGES[name](), encoding="utf-8")
    return int("--check" in arguments and bool(changed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
