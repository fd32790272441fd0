"""Vietnamese words and symbols as data, apart from the code that uses them."""
