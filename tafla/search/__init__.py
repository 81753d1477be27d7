"""Search over everything one may read."""
