"""Templates of an account's own: described, deleted. A board becomes one by `template.save`."""

from tafla.accounts import acts as accounts
from tafla.core.fields import Id
from tafla.core.refusals import Refusal
from tafla.core.text import BoardName, Description
from tafla.sync.needs import Row
from tafla.sync.verbs import Args, At, verb
from tafla.sync.work import Work


class OneTemplate(Args):
    template_id: Id


class DescribeTemplate(Args):
    template_id: Id
    name: BoardName
    description: Description = ""


_TEAM = At("board_templates", "template_id", "create_board")


@verb("template.describe", _TEAM, rest="PUT /templates/{template_id}", undoable=False)
def describe(work: Work, args: DescribeTemplate) -> None:
    """Give a template of one's own another name and description."""
    _check_mine(work, args.template_id)
    work.patch("board_templates", args.template_id, name=args.name, description=args.description)


@verb("template.delete", _TEAM, rest="DELETE /templates/{template_id}", undoable=False)
def delete(work: Work, args: OneTemplate) -> None:
    """Delete a template of one's own. Boards made from it stay."""
    _check_mine(work, args.template_id)
    work.remove("board_templates", args.template_id)


def _check_mine(work: Work, template_id: str) -> None:
    template = work.must("board_templates", template_id)
    if template["by"] != work.actor and not accounts.runs_account(work, template["account_id"]):
        raise Refusal("template_not_yours")


@describe.needs
@delete.needs
def needs(work: Work, args: OneTemplate | DescribeTemplate):  # type: ignore[no-untyped-def]
    yield Row("board_templates", args.template_id)
    template = work.peek("board_templates", args.template_id)
    if template:
        yield from accounts.runs_account_needs(work, template["account_id"])
