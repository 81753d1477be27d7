"""Flow: how long cards stay where, made from the log."""
