import { cloneElement, type ReactElement, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import type { PressEvent } from "react-aria-components/Button";
import type { MenuGroup, MenuPlacement } from "./MenuPopover";
import { type OfferedMenu, offerMenu } from "./menuRegistry";
import { preloaded } from "./preloaded";

export type { MenuEntry, MenuGroup, MenuPlacement } from "./MenuPopover";

/** What a trigger must take: every button of this kit, and the library's own, does. */
export type TriggerProps = {
  ref?: React.Ref<HTMLButtonElement>;
  onPressStart?: (event: PressEvent) => void;
  onPress?: (event: PressEvent) => void;
  onKeyDown?: (event: React.KeyboardEvent) => void;
  "aria-haspopup"?: "menu" | "dialog";
  "aria-expanded"?: boolean;
};

type MenuProps = {
  label: string;
  /** A function is asked when the menu opens, so that closed menus cost nothing. */
  groups: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  /** The button that opens it. */
  children: ReactElement<TriggerProps>;
  placement?: MenuPlacement;
  header?: ReactNode;
  onOpenChange?: (isOpen: boolean) => void;
  /** What kind of thing it is of, and the name of this one: the palette offers its entries while it is on the page, and asks of which. */
  of?: { kind: string; name: string };
  /** Commands of their own say the same, `card.…`, also where the menu is not on the page. */
  commands?: string;
};

const [MenuPopover, loadMenu] = preloaded(() => import("./MenuPopover").then((module) => module.MenuPopover));

export { loadMenu };

/** The list itself is a chunk of its own, fetched in idle time: a page is on the screen before its menus are needed. */
export function Menu(props: MenuProps) {
  const { label, groups, children, placement = "bottom end", header, onOpenChange } = props;
  const [isOpen, setOpen] = useState(false);
  useOffer(props);
  const triggerRef = useRef<HTMLButtonElement>(null);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  const trigger = cloneElement(children, {
    ref: triggerRef,
    onPress: () => change(!isOpen),
    onKeyDown: (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") {
        // The library keeps every key for itself where one is listened to; the page's own keys have to pass.
        (event as { continuePropagation?: () => void }).continuePropagation?.();
        return;
      }
      event.preventDefault();
      change(true);
    },
    "aria-haspopup": "menu",
    "aria-expanded": isOpen,
  });
  return (
    <>
      {trigger}
      {isOpen ? (
        <Suspense>
          <MenuPopover
            label={label}
            groups={typeof groups === "function" ? groups() : groups}
            placement={placement}
            header={header}
            triggerRef={triggerRef}
            onClose={() => change(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function useOffer({ label, groups, of, commands }: MenuProps): void {
  const kind = of?.kind ?? label;
  const now = useRef<OfferedMenu>(null as never);
  now.current = {
    ...{ kind, name: of?.name ?? null },
    groups: () => (typeof groups === "function" ? groups() : groups),
  };
  const isOffered = commands === undefined;
  useEffect(() => (isOffered ? offerMenu(() => now.current) : undefined), [isOffered]);
}
