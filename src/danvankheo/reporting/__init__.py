"""Reports in Vietnamese: what a movement, or many, say on paper."""
