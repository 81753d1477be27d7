import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { Dialog } from "../../ui/Dialog";
import { GalleryBar } from "./gallery/GalleryBar";
import { lastUsed } from "./gallery/lastUsed";
import { NewBoardForm } from "./gallery/NewBoardForm";
import { TemplateList } from "./gallery/TemplateList";
import { TemplatePreview } from "./gallery/TemplatePreview";
import { BLANK } from "./gallery/templates";
import { useGallery } from "./gallery/useGallery";
import { type HomeAccount, mayCreate } from "./homeData";
import "./NewBoardDialog.css";

type NewBoardDialogProps = {
  accounts: readonly HomeAccount[];
  /** Preselected; empty for the one used last. */
  accountId: string;
  /** To begin with; left out, the one used last. */
  template?: string | undefined;
  onClose: () => void;
  onCreated: (boardId: string) => void;
};

/** What to begin with, seen as it will look; then a name. */
export function NewBoardDialog({ accounts, accountId, template, onClose, onCreated }: NewBoardDialogProps) {
  const { t } = useLingui();
  const [last] = useState(lastUsed);
  const open = accounts.filter((one) => mayCreate(one.role));
  const first = open.find((one) => one.id === (accountId || last.account)) ?? open[0];
  const [account, setAccount] = useState(first?.id ?? "");
  const gallery = useGallery(template ?? last.template ?? BLANK, account);
  const nameRef = useRef<HTMLInputElement>(null);
  const toName = () => nameRef.current?.focus();
  const wish = { accounts: open, account, onAccount: setAccount, template: gallery.chosenId };
  const footer = <NewBoardForm {...wish} {...{ nameRef, onClose, onCreated }} />;
  return (
    <Dialog isOpen onClose={onClose} title={t`Create new board`} size="sheet" footer={footer}>
      <div className="new-board">
        <GalleryBar gallery={gallery} onTake={toName} />
        <TemplateList gallery={gallery} onTake={toName} />
        <TemplatePreview template={gallery.chosen} />
      </div>
    </Dialog>
  );
}
