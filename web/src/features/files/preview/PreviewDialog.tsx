import { useLingui } from "@lingui/react/macro";
import type { KeyboardEvent } from "react";
import type { AttachmentRow } from "../../../contracts/rows";
import { store, useRow, useSync } from "../../../sync/hooks";
import { buttonClass, IconButton } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Icon } from "../../../ui/icons";
import { getDirection } from "../../../ui/page";
import { fileAddress } from "../fileAddresses";
import { PreviewBody } from "./PreviewBody";
import "./Preview.css";

type PreviewDialogProps = {
  /** The shelf in its order; its links are passed over. */
  ids: readonly string[];
  shownId: string;
  onShow: (id: string | null) => void;
};

/** A file over the page, as far as a browser can show it, with the ways to its neighbours. */
export function PreviewDialog({ ids, shownId, onShow }: PreviewDialogProps) {
  const { t } = useLingui();
  const row = useRow("attachments", shownId);
  const files = ids.filter((id) => store.read("attachments", id)?.kind === "file");
  const at = files.indexOf(shownId);
  const go = (step: number) => {
    const next = files[at + step];
    if (next) onShow(next);
  };
  const close = () => onShow(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return;
    // Keys of the page below mean nothing here.
    event.stopPropagation();
    if (event.defaultPrevented || !(event.key === "ArrowLeft" || event.key === "ArrowRight")) return;
    if ((event.target as Element).closest("audio, video")) return;
    event.preventDefault();
    go((event.key === "ArrowRight") === (getDirection() === "ltr") ? 1 : -1);
  };
  return (
    <Dialog isOpen onClose={close} size="sheet" title={row?.name ?? t`File`} isTitleHidden>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that mean the same wherever the focus is inside */}
      <div className="preview" onKeyDown={onKeyDown}>
        <Head {...{ row, at, count: files.length, go }} onClose={close} />
        {row ? <PreviewBody key={row.id} row={row} /> : <p className="preview__gone">{t`This file was removed.`}</p>}
      </div>
    </Dialog>
  );
}

type HeadProps = {
  row: AttachmentRow | undefined;
  at: number;
  count: number;
  go: (step: number) => void;
  onClose: () => void;
};

function Head({ row, at, count, go, onClose }: HeadProps) {
  const { t } = useLingui();
  const { link } = useSync();
  const place = at + 1;
  return (
    <div className="preview__head">
      <span className="preview__name" dir="auto">
        {row?.name}
      </span>
      {count > 1 && at >= 0 ? <span className="preview__place figures">{t`${place} of ${count}`}</span> : null}
      {count > 1 ? (
        <>
          <IconButton icon="chevronStart" label={t`Previous file`} isDisabled={at <= 0} onPress={() => go(-1)} />
          <IconButton icon="chevronEnd" label={t`Next file`} isDisabled={at >= count - 1} onPress={() => go(1)} />
        </>
      ) : null}
      {row ? (
        <a
          className={`${buttonClass("quiet")} button--icon`}
          href={fileAddress(row, { link, isDownload: true })}
          download
          aria-label={t`Download`}
          title={t`Download`}
        >
          <Icon name="download" />
        </a>
      ) : null}
      <IconButton icon="close" label={t`Close`} keys="Escape" onPress={onClose} autoFocus />
    </div>
  );
}
