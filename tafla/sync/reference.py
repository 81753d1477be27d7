"""Reference pages made from the registry, so that they cannot lag behind: verbs and refusal codes."""

from typing import Any

from tafla.core.refusals import CODES
from tafla.sync.verbs import VERBS, At, Me, On, Past, Place, Verb

HEAD = "<!-- Made from the server's registry by `tafla contracts`. Do not edit. -->\n\n"


def verbs_page() -> str:
    """Every verb: what it does, its REST route, its arguments, the rights it needs."""
    parts = [HEAD, "# Verbs\n\n", VERBS_INTRO]
    parts += [_verb(verb) for _, verb in sorted(VERBS.items())]
    return "".join(parts)


def refusals_page() -> str:
    """Every refusal code and what it carries."""
    rows = "".join(f"| `{code}` | {_listed(names)} |\n" for code, names in CODES.items())
    return f"{HEAD}# Refusal codes\n\n{REFUSALS_INTRO}| Code | Carries |\n| --- | --- |\n{rows}"


VERBS_INTRO = (
    "A verb is a kind of command. The socket, `POST /live/command` and the REST route below take the same "
    "arguments; in REST those in the path are left out of the body. An argument with `?` may be left out.\n\n"
)
REFUSALS_INTRO = (
    "A refusal is a code and its arguments; the sentence is made in the reader's language. Over REST it is "
    'the body of a 4xx or 503 answer: `{"code": …, "args": {…}}`.\n\n'
)


def _verb(verb: Verb) -> str:
    schema = verb.args.model_json_schema()
    required = schema.get("required", [])
    names = [f"`{name}{'' if name in required else '?'}`" for name in schema.get("properties", {})]
    undo = "Can be undone." if verb.undoable else "Cannot be undone."
    summary = " ".join(verb.summary.split())
    explained = " ".join((verb.args.__doc__ or "").split())
    lines = [f"## {verb.name}\n\n{summary}\n\n", f"- `{verb.rest}`\n", f"- Arguments: {', '.join(names)}\n"]
    if explained:
        lines.append(f"- {explained}\n")
    lines.append(f"- Needs: {'; '.join(_place(place) for place in verb.places) or 'nothing'}. {undo}\n\n")
    return "".join(lines)


def _place(place: Place) -> str:
    sentences: dict[type[Any], str] = {
        On: "`{0.right}` on the {0.kind} of `{0.arg}`",
        At: "`{0.right}` where the {0.table} of `{0.arg}` stand",
        Me: "one's own things",
        Past: "what the command of `{0.arg}` needed",
    }
    return sentences[type(place)].format(place)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
