import "./keys.css";

/** A key combination is written `mod+shift+z`: `mod` is Command on Apple's machines and Ctrl elsewhere. */
const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const appleNames: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥", ctrl: "⌃" };
const plainNames: Record<string, string> = { mod: "Ctrl", shift: "Shift", alt: "Alt", ctrl: "Ctrl" };
const keyNames: Record<string, string> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  backspace: "⌫",
  delete: "Del",
  space: "Space",
  tab: "⇥",
};

export function keyNamesOf(keys: string): string[] {
  return keys.split("+").map((part) => {
    const key = part.toLowerCase();
    return (isApple ? appleNames : plainNames)[key] ?? keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : part);
  });
}

export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.toLowerCase().split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const otherMod = isApple ? event.ctrlKey : event.metaKey;
  if (wants("mod") !== mod || otherMod || wants("alt") !== event.altKey) return false;
  // A sign such as `?` is typed with Shift on many keyboards, so only named keys and letters ask about Shift.
  const asksShift = key.length > 1 || /[a-z]/.test(key);
  if (asksShift && wants("shift") !== event.shiftKey) return false;
  return event.key.toLowerCase() === (key === "space" ? " " : key);
}

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {keyNamesOf(keys).map((name) => (
        <kbd key={name} className="keys__key">
          {name}
        </kbd>
      ))}
    </span>
  );
}
