import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { useSync } from "../../sync/hooks";
import { fileAddress } from "./fileAddresses";
import { writeAttachment } from "./messageFiles";
import type { Subject } from "./uploads/upload";

type TakeFiles = (files: File[]) => Promise<string>;

/** Puts the files of a message on the shelf of its card or board, and answers how the message names them; undefined where nobody may. */
export function useMessageFiles({ kind, id }: Subject, isFrozen: boolean): TakeFiles | undefined {
  const { t } = useLingui();
  const take = useCallback<TakeFiles>(
    async (files) => {
      const [{ uploads }, { named }] = await Promise.all([import("./uploads/uploads"), import("./filesIn")]);
      const clean = files.map((file) => named(file, t`Pasted picture`));
      const ends = await Promise.all(uploads.add(clean, { subject: { kind, id } }, true));
      const written = clean.flatMap((file, at) => {
        const end = ends[at];
        return end ? [writeAttachment(file, end.attachmentId)] : [];
      });
      return written.length > 0 ? `${written.join(" ")} ` : "";
    },
    [t, kind, id],
  );
  return isFrozen ? undefined : take;
}

/** Where attachments that a text names are: for `resolveAttachment` of Markdown. */
export function useAttachmentAddress(): (id: string, name: string) => string {
  const { link } = useSync();
  return useCallback((id: string, name: string) => fileAddress({ id, name: name || "file" }, { link }), [link]);
}
