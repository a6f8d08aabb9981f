"""Word lists: the loader that checks them, the matcher that finds them in words, and the lists themselves as data."""
