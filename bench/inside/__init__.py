"""Helpers that work on a database directly, through Tafla's own code; started with its environment."""
