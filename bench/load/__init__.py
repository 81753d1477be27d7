"""Load clients: processes of their own, on bare asyncio protocols, so that the client is not what is measured."""
