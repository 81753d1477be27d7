from tests.support.world import World


def test_smoke(world: World) -> None:
    world.done("chidi", "card.move", card_ids=[world.ink], column_id=world.doing)
    assert world.order("doing") == [world.fig, world.ink]
    assert world.refusal("dana", "card.move", card_ids=[world.ink], column_id=world.doing) == "not_allowed"
