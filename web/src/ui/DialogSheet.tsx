import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./Button";
import { classes } from "./classes";
import "./Dialog.css";

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** `sheet` is large, and the whole screen on phones; it draws its own head: pass `isTitleHidden`. */
  size?: "small" | "medium" | "large" | "sheet";
  isTitleHidden?: boolean;
  /** Buttons at the end of the dialog, the main one last. */
  footer?: ReactNode;
  /** Questions that must be answered do not close on a click beside them. */
  isQuestion?: boolean;
  children: ReactNode;
  className?: string;
};

export function DialogSheet({
  isOpen,
  onClose,
  title,
  size = "medium",
  isTitleHidden,
  footer,
  isQuestion,
  children,
  className,
}: DialogProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={!isQuestion}
    >
      <Modal className={classes("dialog", `dialog--${size}`)}>
        <AriaDialog className={classes("dialog__sheet", className)} role={isQuestion ? "alertdialog" : "dialog"}>
          <header className={isTitleHidden ? "visually-hidden" : "dialog__head"}>
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            {isTitleHidden || isQuestion ? null : (
              <IconButton icon="close" label={t`Close`} keys="Escape" onPress={onClose} />
            )}
          </header>
          <div className="dialog__body">{children}</div>
          {footer ? <footer className="dialog__foot">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
