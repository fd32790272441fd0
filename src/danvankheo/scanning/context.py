from danvankheo.scanning.pieces import Piece
from danvankheo.scanning.running_text import RunningText

def add_context(text, pieces):
    pass
