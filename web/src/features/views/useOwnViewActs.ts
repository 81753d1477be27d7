import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { SavedFilterRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { toasts } from "../../ui/toasts";
import "../highlight/guesses/registered";

/** What one does with a view of one's own. */
export function useOwnViewActs() {
  const { t } = useLingui();
  const sync = useSync();
  const navigate = useNavigate();
  return {
    /** Gone from the list; one stands in another view then. */
    remove: ({ id, name }: SavedFilterRow) => {
      const group = uuid7();
      void sync.send("filter.remove", { filter_id: id }, { group });
      const undo = { label: t`Undo`, run: () => sync.undo(group) };
      toasts.add({ kind: "done", text: t`The view “${name}” is removed.`, action: undo });
      void navigate({ to: "/views/$name", params: { name: "assigned" } });
    },
  };
}
