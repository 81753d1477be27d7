import { cloneElement, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Keys } from "./keys";
import "./Tooltip.css";

/*
 * One tooltip for the whole page: whatever carries `data-tip` gets it on hover and on keyboard focus. A board holds thousands of
 * buttons, so they pay nothing for it until one is pointed at. The words are the button's own name, so screen readers need no more.
 */
const DELAY_MS = 500;
/** After one was shown, the next comes at once. */
const WARM_MS = 600;
const GAP = 6;

type Tip = { text: string; keys: string | undefined; target: Element };

export type TipAttributes = { "data-tip": string; "data-tip-keys"?: string };

export function tip(text: string, keys?: string): TipAttributes {
  return keys ? { "data-tip": text, "data-tip-keys": keys } : { "data-tip": text };
}

type TooltipProps = { content: string; keys?: string; children: ReactElement<Partial<TipAttributes>> };

/** For what is no button of this kit: gives its one child the attributes. */
export function Tooltip({ content, keys, children }: TooltipProps) {
  return cloneElement(children, tip(content, keys));
}

/** Stands once at the root of the page. */
export function TooltipHost() {
  const shown = useTip();
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!shown || !box.current) return;
    const target = shown.target.getBoundingClientRect();
    const { width, height } = box.current.getBoundingClientRect();
    const below = target.bottom + GAP + height <= innerHeight;
    const x = Math.max(4, Math.min(target.left + target.width / 2 - width / 2, innerWidth - width - 4));
    const y = below ? target.bottom + GAP : target.top - GAP - height;
    box.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} className="tooltip" role="tooltip" aria-hidden="true">
      {shown.text}
      {shown.keys ? <Keys keys={shown.keys} /> : null}
    </div>
  );
}

function useTip(): Tip | null {
  const [shown, setShown] = useState<Tip | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let target: Element | null = null;
    let lastHidden = 0;

    const show = () => {
      if (!target?.isConnected) return;
      setShown({
        target,
        text: target.getAttribute("data-tip") ?? "",
        keys: target.getAttribute("data-tip-keys") ?? undefined,
      });
    };
    const hide = () => {
      clearTimeout(timer);
      if (target) lastHidden = Date.now();
      target = null;
      setShown(null);
    };
    const over = (event: Event, delay: number) => {
      const next = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
      if (next === target) return;
      hide();
      if (!next || next.getAttribute("aria-expanded") === "true") return;
      target = next;
      timer = setTimeout(show, Date.now() - lastHidden < WARM_MS ? 0 : delay);
    };
    const onOver = (event: PointerEvent) => event.pointerType === "mouse" && over(event, DELAY_MS);
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) over(event, 0);
    };

    document.addEventListener("pointerover", onOver);
    document.addEventListener("focusin", onFocus);
    for (const name of ["focusout", "pointerdown", "keydown", "scroll"]) document.addEventListener(name, hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onFocus);
      for (const name of ["focusout", "pointerdown", "keydown", "scroll"])
        document.removeEventListener(name, hide, true);
    };
  }, []);

  return shown;
}
