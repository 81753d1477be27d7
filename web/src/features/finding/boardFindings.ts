import type { Finding } from "../../ui/findIn";
import { byUse, type HomeBoard, type HomeData } from "../home/homeData";

/** The words of the language of now, and the way to a board. */
export type BoardWords = { favourites: string; recent: string; boards: string; archive: string; archived: string };
export type BoardFindings = {
  /** By favourites, recent and account, as they stand there before anything is typed. */
  idle: readonly Finding[];
  /** Each board once, the ones used most first. */
  all: readonly Finding[];
};

const MOST_RECENT = 5;
/** With fewer boards than these all can be seen at once, and *Recent* would say everything twice. */
const RECENT_FROM = 8;

type Options = {
  words: BoardWords;
  /** The board one is on: no need to be taken there. */
  here: string | null;
  /** Unread marks by board; left out while they are not known. */
  unread: ReadonlyMap<string, number>;
  badge: (count: number) => Finding["badge"];
  open: (boardId: string) => void;
};

/** The boards as lines of the palette. Boards in the archive stand in a list of their own behind one line; those in the trash nowhere. */
export function boardFindings(data: HomeData, { words, here, unread, badge, open }: Options): BoardFindings {
  const accounts = new Map(data.accounts.map((account) => [account.id, account.name]));
  const line = (board: HomeBoard, place: string, group: string): Finding => {
    const count = unread.get(board.id) ?? 0;
    return {
      id: `${place}/${board.id}`,
      label: board.name,
      group,
      icon: board.favourite ? "starFilled" : board.state === "archived" ? "archive" : "board",
      badge: count > 0 ? badge(count) : undefined,
      run: () => open(board.id),
    };
  };
  const known = data.boards.filter((board) => !board.isWaiting).sort(byUse);
  const isOpen = known.filter((board) => board.state === "open");
  const archived = known.filter((board) => board.state === "archived");
  const recent = isOpen.length < RECENT_FROM ? [] : lastOpened(isOpen, here);
  const archive: Finding = {
    ...{ id: "board.archive", label: words.archive, group: words.boards, icon: "archive" },
    choices: () => archived.map((board) => line(board, "archived", accounts.get(board.account_id) ?? words.archived)),
  };
  const withArchive = archived.length > 0 ? [archive] : [];
  const named = (board: HomeBoard): Finding => ({
    ...line(board, "board", words.boards),
    note: accounts.get(board.account_id) ?? "",
  });
  return {
    idle: [
      ...isOpen.filter((board) => board.favourite).map((board) => line(board, "favourite", words.favourites)),
      ...recent.map((board) => line(board, "recent", words.recent)),
      ...byAccount(isOpen, accounts, words.boards, line),
      ...withArchive,
    ],
    all: [...isOpen.map(named), ...withArchive],
  };
}

function lastOpened(boards: readonly HomeBoard[], here: string | null): HomeBoard[] {
  return boards
    .filter((board) => board.opened_at !== null && !board.favourite && board.id !== here)
    .sort((a, b) => (b.opened_at ?? 0) - (a.opened_at ?? 0))
    .slice(0, MOST_RECENT);
}

/** All boards, by account in home's order. */
function byAccount(
  boards: readonly HomeBoard[],
  accounts: ReadonlyMap<string, string>,
  other: string,
  line: (board: HomeBoard, place: string, group: string) => Finding,
): Finding[] {
  const groups = new Map<string, Finding[]>([...accounts.keys()].map((id) => [id, []]));
  for (const board of boards) {
    const group = groups.get(board.account_id) ?? [];
    groups.set(board.account_id, group);
    group.push(line(board, "board", accounts.get(board.account_id) ?? other));
  }
  return [...groups.values()].flat();
}
