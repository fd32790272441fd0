"""The command line: reads files, calls the library, prints."""

import sys

from danvankheo.extras import missing_vi


def main() -> None:
    """Run the command line; needs the extra ``cli`` (click and rich)."""
    try:
        from danvankheo.cli.app import run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        print(missing_vi(error.name, "cli"), file=sys.stderr)  # noqa: T201
        sys.exit(2)
    except KeyboardInterrupt:  # while it still loads; what runs handles its own
        sys.exit(2)
    sys.exit(run())
