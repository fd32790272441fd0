"""Vietnamese text to values: each reader is the inverse of a formatter."""
