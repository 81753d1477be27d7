import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { machineZone } from "../../../kits/datekit";
import { uuid7 } from "../../../kits/idkit";
import { useConnection, useSync } from "../../../sync/hooks";
import { refusalText } from "../../../ui/refusals";
import { toasts } from "../../../ui/toasts";
import { usePerson } from "../../people/session";
import { refreshHome } from "../homeData";
import { rememberUsed } from "./lastUsed";
import { BLANK } from "./templates";

export type Wish = { name: string; account: string; template: string };
type Ends = { onClose: () => void; onCreated: (boardId: string) => void };

/** Sends the wish for a board; tells what is wrong with it. */
export function useCreateBoard({ onClose, onCreated }: Ends) {
  const { t } = useLingui();
  const sync = useSync();
  const due_zone = usePerson().time_zone || machineZone();
  const isOnline = useConnection().state === "online";
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // One id for the whole dialog, so that pressing twice, or again after a lost answer, makes one board.
  const [board_id] = useState(() => uuid7());
  const create = async ({ name, account, template }: Wish) => {
    setBusy(true);
    setProblem(null);
    rememberUsed({ kind: "task", template, account });
    const from = { template: template === BLANK ? null : template, due_zone };
    const answer = sync.send("board.create", { board_id, account_id: account, name, kind: "task", ...from });
    if (!isOnline) {
      toasts.add({ text: t`There is no connection. The board is created as soon as there is one.` });
      return onClose();
    }
    const told = await answer;
    setBusy(false);
    if (told.s !== "done") return setProblem(refusalText(told.code, told.args));
    void refreshHome();
    onCreated(board_id);
  };
  return { create, problem, isBusy };
}
