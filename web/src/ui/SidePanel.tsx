import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./Button";
import "./SidePanel.css";

type SidePanelProps = { title: string; onClose: () => void; children: ReactNode };

/** Stands at the page's end, beside what it belongs to, which stays in use; on phones it covers it. Escape inside closes it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { t } = useLingui();
  const titleId = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      // The focus was inside and is nowhere now: back to what opened the panel.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section className="side-panel" ref={box} aria-labelledby={titleId} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="side-panel__head">
        <h2 id={titleId} className="side-panel__title">
          {title}
        </h2>
        <IconButton icon="close" label={t`Close`} keys="Escape" onPress={onClose} />
      </header>
      <div className="side-panel__body">{children}</div>
    </section>
  );
}
