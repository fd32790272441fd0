"""Colours that are told apart by people with any kind of colour vision, and on a photocopy.

The hues are of Okabe and Ito's set ("Color Universal Design", 2008), some darker or paler, so that
neighbours in a stack differ in lightness (L* of CIELAB) by at least 20; a test measures it.
"""

from typing import Final

INK: Final = "#222222"
SOFT_INK: Final = "#595959"
GRID: Final = "#d9d9d9"
PAPER: Final = "#ffffff"

NOW: Final = "#004c7f"
BEFORE: Final = "#a6b9c8"
TARGET: Final = "#d55e00"

STACK: Final = ("#003a63", "#56b4e9", "#b34700", "#f0e442", "#7a5195", "#8fd3b6", "#5b5b5b", "#d9d9d9")
"""For the parts of a whole, in their order; more parts than these are not told apart by colour."""
