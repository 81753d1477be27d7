"""Measures Tafla beside raw floors: `python -m bench` (docs/performance.md says how each figure is taken)."""
