"""Accounts, and who may do what where: members, invitations, board links, privacy."""

from django.db import models

from tafla.sync.models import IdField


class Account(models.Model):
    """What boards belong to. Every person owns one."""

    id = IdField(primary_key=True)
    name = models.CharField(max_length=120)
    owner_id = IdField(db_index=True)
    created_at = models.BigIntegerField()


class AccountAdmin(models.Model):
    """A person who may open and edit any board of an account. The id is `account.person`."""

    id = IdField(primary_key=True)
    account_id = IdField(db_index=True)
    person_id = IdField(db_index=True)
    since = models.BigIntegerField()


class BoardPrivacy(models.Model):
    """Who may read a board and its chat and files, and whether it is open, archived or in the trash, since
    when and by whom. The id is the board's.
    """

    id = IdField(primary_key=True)
    account_id = IdField(db_index=True)
    privacy = models.CharField(max_length=10)  # team, account, link
    state = models.CharField(max_length=10)  # open, archived, trash
    state_at = models.BigIntegerField(null=True)
    state_by = IdField(null=True)
    visitors_chat = models.BooleanField(default=False)
    link_chat = models.BooleanField(default=False)
    link_files = models.BooleanField(default=False)
    team_arranges = models.BooleanField(default=False)


class Member(models.Model):
    """A person's place on a board. The id is `board.person`."""

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    person_id = IdField(db_index=True)
    role = models.CharField(max_length=10)  # admin, member, visitor
    joined_at = models.BigIntegerField()


class Invitation(models.Model):
    """A role on a board waiting for an e-mail address to accept it."""

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    email = models.CharField(max_length=254)
    role = models.CharField(max_length=10)
    invited_by = IdField()
    created_at = models.BigIntegerField()
    expires_at = models.BigIntegerField()
    sent = models.IntegerField(default=1)  # how often it was sent; a higher number sends it again


class MailBudget(models.Model):
    """The invitations a person had mailed within a day: [digest of the address, at], as JSON. The id is the
    person's.
    """

    id = IdField(primary_key=True)
    mailed = models.TextField()


class TeamRequest(models.Model):
    """What somebody on a board asks its admins for: to add a person, or another role for themselves."""

    id = IdField(primary_key=True)
    board_id = IdField(db_index=True)
    person_id = IdField()
    email = models.CharField(max_length=254, null=True)  # whom to add; null: the asker wants another role
    role = models.CharField(max_length=10)
    note = models.CharField(max_length=500)
    at = models.BigIntegerField()


class BoardTransfer(models.Model):
    """A board offered to whoever has this address, for an account of theirs. The id is the board's."""

    id = IdField(primary_key=True)
    board_id = IdField()
    email = models.CharField(max_length=254, db_index=True)
    by = IdField()
    at = models.BigIntegerField()


class BoardLink(models.Model):
    """The secret part of the address that opens a board to everyone. The id is the board's."""

    id = IdField(primary_key=True)
    token = models.CharField(max_length=64, db_index=True)
