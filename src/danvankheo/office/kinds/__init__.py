"""One module for each kind of file: a file becomes a paper."""
