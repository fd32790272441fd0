"""Values to Vietnamese text: each formatter is the inverse of a reader."""
