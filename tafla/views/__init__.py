"""Views over every board one may read, saved highlights, and the filter both are made of."""
