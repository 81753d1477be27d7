/** How long a field may take to come; after that keys do what they always do. */
const WAIT_MS = 10_000;

let typed: string | null = null;
let stop: () => void = () => undefined;

/** From now on what is typed is for a field that is still on its way: it is kept, and the page hears nothing of it. Escape ends that. */
export function keepTyping(onEscape: () => void = () => undefined): void {
  stop();
  typed = "";
  const onKeyDown = (event: KeyboardEvent) => {
    const isShortcut = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (typed === null || isShortcut || event.isComposing) return;
    if ([...event.key].length === 1) typed += event.key;
    else if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key === "Escape") {
      stop();
      onEscape();
    } else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const timer = setTimeout(() => stop(), WAIT_MS);
  addEventListener("keydown", onKeyDown, true);
  stop = () => {
    clearTimeout(timer);
    removeEventListener("keydown", onKeyDown, true);
    typed = null;
  };
}

/** The field is there, or is no longer wanted: what was typed for it. */
export function takeTyped(): string {
  const words = typed ?? "";
  stop();
  return words;
}
