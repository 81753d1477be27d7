"""Load clients: processes of their own, on bare protocols, so that they are not what is measured."""
