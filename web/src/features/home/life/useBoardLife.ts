import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useSync } from "../../../sync/hooks";
import { confirm } from "../../../ui/confirm";
import type { MenuEntry, MenuGroup } from "../../../ui/Menu";
import { refusalText } from "../../../ui/refusals";
import { toasts } from "../../../ui/toasts";
import { refreshHome } from "../homeData";
import { askLife, type LifeBoard } from "./lifeStore";

type State = "open" | "archived" | "trash";

/** What may be done with a whole board, as groups of a menu; `isOwner`: of the account the board belongs to. */
export function useBoardLife(board: LifeBoard, isOwner: boolean): () => readonly MenuGroup[] {
  const lifeOf = useLifeOf();
  return () => lifeOf(board, isOwner);
}

type Entry = MenuEntry & { isShown: boolean; group: "name" | "more" | "state" };

/** The same for boards that are known only later. */
export function useLifeOf(): (board: LifeBoard, isOwner: boolean) => readonly MenuGroup[] {
  const { t } = useLingui();
  const acts = useLifeActs();
  const entriesOf = (board: LifeBoard, isOwner: boolean): Entry[] => {
    const canManage = board.role === "admin";
    const isOpen = board.state === "open";
    const named = (kind: "rename" | "copy" | "transfer" | "template") => () => askLife({ kind, board });
    const become = (state: State) => () => acts.setState(board, state);
    return [
      {
        ...{ id: "rename", label: t`Rename…`, icon: "pencil", run: named("rename") },
        ...{ group: "name", isShown: canManage && isOpen },
      },
      {
        ...{ id: "favourite", icon: board.favourite ? "starFilled" : "star", run: () => acts.star(board) },
        ...{ label: board.favourite ? t`Remove from favourites` : t`Add to favourites`, isShown: true, group: "name" },
      },
      {
        ...{ id: "copy", label: t`Copy board…`, icon: "copy", run: named("copy"), group: "more" },
        isShown: board.state !== "trash",
      },
      {
        ...{ id: "template", label: t`Save as template…`, icon: "template", run: named("template"), group: "more" },
        isShown: board.state !== "trash",
      },
      {
        ...{ id: "transfer", label: t`Give to another account…`, icon: "move", run: named("transfer"), group: "more" },
        isShown: isOwner && board.state !== "trash",
      },
      {
        ...{ id: "archive", label: t`Move to the archive`, icon: "archive", run: become("archived") },
        ...{ group: "state", isShown: canManage && isOpen },
      },
      {
        ...{ id: "open", icon: "restore", run: become("open"), group: "state" },
        ...{ label: board.state === "trash" ? t`Restore` : t`Take out of the archive`, isShown: canManage && !isOpen },
      },
      {
        ...{ id: "trash", label: t`Move to the trash`, icon: "trash", isDanger: true, run: become("trash") },
        ...{ group: "state", isShown: canManage && board.state !== "trash" },
      },
      {
        ...{ id: "purge", label: t`Delete for ever…`, icon: "trash", isDanger: true, run: () => acts.purge(board) },
        ...{ group: "state", isShown: isOwner && board.state === "trash" },
      },
    ];
  };
  return (board, isOwner) => {
    const shown = entriesOf(board, isOwner).filter((entry) => entry.isShown);
    return (["name", "more", "state"] as const)
      .map((id) => ({ id, entries: shown.filter((entry) => entry.group === id) }))
      .filter((group) => group.entries.length > 0);
  };
}

function useStateWords(): (name: string) => Record<State, string> {
  const { t } = useLingui();
  return (name) => ({
    open: t`“${name}” is open again.`,
    archived: t`“${name}” is in the archive. All of it can be read, and nothing changes.`,
    trash: t`“${name}” is in the trash.`,
  });
}

function useLifeActs() {
  const { t } = useLingui();
  const words = useStateWords();
  const sync = useSync();
  const navigate = useNavigate();
  const setState = async (board: LifeBoard, state: State, isTakingBack = false) => {
    const answer = await sync.send("board.set_state", { board_id: board.id, state });
    if (answer.s !== "done") return toasts.add({ kind: "error", text: refusalText(answer.code, answer.args) });
    void refreshHome();
    const before = board.state as State;
    const undo = { label: t`Undo`, run: () => void setState(board, before, true) };
    return toasts.add({ kind: "done", text: words(board.name)[state], action: isTakingBack ? undefined : undo });
  };
  const star = async (board: LifeBoard) => {
    const answer = await sync.send("pref.set_favourite", { board_id: board.id, favourite: !board.favourite });
    if (answer.s !== "done") toasts.add({ kind: "error", text: refusalText(answer.code, answer.args) });
  };
  const purge = async ({ id, name }: LifeBoard) => {
    const isSure = await confirm({
      title: t`Delete “${name}” for ever?`,
      body: t`Its tasks, chat, files and history are deleted for everybody, and nothing brings them back.`,
      confirmLabel: t`Delete for ever`,
      isDanger: true,
    });
    if (!isSure) return;
    const answer = await sync.send("board.purge", { board_id: id });
    if (answer.s !== "done") return void toasts.add({ kind: "error", text: refusalText(answer.code, answer.args) });
    toasts.add({ kind: "done", text: t`“${name}” is deleted for ever.` });
    void refreshHome();
    void navigate({ to: "/" });
  };
  return {
    setState: (board: LifeBoard, state: State) => void setState(board, state),
    star: (board: LifeBoard) => void star(board),
    purge: (board: LifeBoard) => void purge(board),
  };
}
