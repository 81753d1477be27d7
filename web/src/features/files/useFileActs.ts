import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { AttachmentRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { toasts } from "../../ui/toasts";
import type { Neighbours } from "../cards/drag/slots";
import { fileAddress, titleOf } from "./fileAddresses";

/** What is done to attachments; everything that changes them can be undone. */
export function useFileActs() {
  const { t } = useLingui();
  const sync = useSync();
  return useMemo(
    () => ({
      rename: (row: AttachmentRow, name: string) => void sync.send("file.rename", { attachment_id: row.id, name }),
      move: (id: string, place: Neighbours) => void sync.send("file.move", { attachment_id: id, ...place }),
      remove: async (row: AttachmentRow) => {
        const group = uuid7();
        const name = titleOf(row);
        const answer = await sync.send("file.remove", { attachment_id: row.id }, { group });
        if (answer.s !== "done") return;
        toasts.add({
          text: t`“${name}” is removed.`,
          action: { label: t`Undo`, run: () => sync.undo(group) },
        });
      },
      restore: async (row: AttachmentRow, number: number) => {
        const group = uuid7();
        const { name } = row;
        const answer = await sync.send("file.restore_version", { attachment_id: row.id, number }, { group });
        if (answer.s !== "done") return;
        toasts.add({
          kind: "done",
          text: t`“${name}” is as in version ${number} again.`,
          action: { label: t`Undo`, run: () => sync.undo(group) },
        });
      },
      copyAddress: async (row: AttachmentRow) => {
        try {
          await navigator.clipboard.writeText(new URL(row.url ?? fileAddress(row), location.href).href);
          toasts.add({ kind: "done", text: t`The address is copied.` });
        } catch {
          toasts.add({ kind: "error", text: t`The browser does not let this page copy.` });
        }
      },
    }),
    [t, sync],
  );
}

export type FileActs = ReturnType<typeof useFileActs>;
