"""The command line: reads files, calls the library, prints."""

import sys


def main() -> None:
    """Run the command line; needs the extra ``cli`` (click and rich)."""
    try:
        from danvankheo.cli.app import run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        print(f"Thiếu gói {error.name}. Cài bằng: pip install 'danvankheo[cli]'", file=sys.stderr)  # noqa: T201
        sys.exit(2)
    sys.exit(run())
