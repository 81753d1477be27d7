import { api } from "../../kits/apikit";
import { store } from "../../sync/hooks";
import { addressOf } from "../../ui/markdown/links";

const PAGE = /^\/b\/([0-9a-f-]{36})(?:\/c\/([0-9a-f-]{36}))?\/?$/;
type Titled = { title: string };
type Home = { boards: { id: string; name: string }[] };

/** What the board or card at an address of this site is called; null for all else, and for what one may not read. */
export async function titleOf(address: string): Promise<string | null> {
  const url = addressOf(address);
  const [, boardId, cardId] = (url?.origin === location.origin && PAGE.exec(url.pathname)) || [];
  if (!boardId) return null;
  const known = cardId ? store.read("cards", cardId)?.title : store.read("boards", boardId)?.name;
  if (known) return known;
  try {
    if (cardId) return (await api.get<Titled>(`/api/v1/cards/${cardId}`)).title;
    return (await api.get<Home>("/api/v1/home")).boards.find(({ id }) => id === boardId)?.name ?? null;
  } catch {
    return null;
  }
}
