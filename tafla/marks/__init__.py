"""Unread marks: what is new on cards and boards, and what each person has seen of it."""
