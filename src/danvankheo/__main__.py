"""``python -m danvankheo``: the command line."""

from danvankheo.cli import main

main()
