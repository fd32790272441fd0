"""``python -m commune_reports``."""

from commune_reports.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
