import type { ReactNode, RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes";
import "./Popover.css";

type PopoverPanelProps = {
  label: string;
  placement: "bottom" | "bottom start" | "bottom end" | "top start" | "top end";
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  className?: string;
  children: ReactNode;
};

export function PopoverPanel({ label, placement, triggerRef, onClose, className, children }: PopoverPanelProps) {
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      triggerRef={triggerRef}
      trigger="DialogTrigger"
      aria-label={label}
      className={classes("popover", className)}
      placement={placement}
      offset={4}
    >
      <Dialog className="popover__body" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
