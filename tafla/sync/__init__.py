"""The engine: commands in, change log out (rules S1–S23 in docs/topics/sync-rules.md). Names no feature."""
