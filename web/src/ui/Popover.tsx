import { cloneElement, type ReactElement, type ReactNode, Suspense, useRef, useState } from "react";
import type { TriggerProps } from "./Menu";
import { preloaded } from "./preloaded";

type PopoverProps = {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: "bottom" | "bottom start" | "bottom end" | "top start" | "top end";
  /** Leave both out to let it keep its own state. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
};

const [PopoverPanel, loadPopover] = preloaded(() => import("./PopoverPanel").then((module) => module.PopoverPanel));

export { loadPopover };

export function Popover({
  label,
  trigger,
  children,
  placement = "bottom end",
  isOpen,
  onOpenChange,
  className,
}: PopoverProps) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const isShown = isOpen ?? isOwnOpen;
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  const close = () => change(false);
  return (
    <>
      {cloneElement(trigger, {
        ref: triggerRef,
        onPress: () => change(!isShown),
        "aria-haspopup": "dialog",
        "aria-expanded": isShown,
      })}
      {isShown ? (
        <Suspense>
          <PopoverPanel
            label={label}
            placement={placement}
            triggerRef={triggerRef}
            onClose={close}
            className={className}
          >
            {typeof children === "function" ? children(close) : children}
          </PopoverPanel>
        </Suspense>
      ) : null}
    </>
  );
}
