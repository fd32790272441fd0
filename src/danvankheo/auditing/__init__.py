"""Is it possible? Intervals of printed figures, checks between them, findings."""
