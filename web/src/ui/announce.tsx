import { useSyncExternalStore } from "react";

type Said = { text: string; turn: number };

let polite: Said = { text: "", turn: 0 };
let assertive: Said = { text: "", turn: 0 };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says something to screen readers without showing it; `assertive` interrupts (a drag in progress), the rest waits its turn. */
export function announce(text: string, urgency: "polite" | "assertive" = "polite"): void {
  if (urgency === "polite") polite = { text, turn: polite.turn + 1 };
  else assertive = { text, turn: assertive.turn + 1 };
  for (const listener of listeners) listener();
}

export function useAnnounce(): typeof announce {
  return announce;
}

// The same sentence twice must change the text to be read again; a no-break space at the end does that unheard.
const spoken = (said: Said) => (said.turn % 2 ? said.text : `${said.text}\u00a0`);

/** Stands once at the root of the page. */
export function Announcer() {
  const now = useSyncExternalStore(subscribe, () => polite);
  const urgent = useSyncExternalStore(subscribe, () => assertive);
  return (
    <>
      <div className="visually-hidden" data-live-announcer="true" role="status" aria-live="polite">
        {now.text ? spoken(now) : ""}
      </div>
      <div className="visually-hidden" data-live-announcer="true" role="alert" aria-live="assertive">
        {urgent.text ? spoken(urgent) : ""}
      </div>
    </>
  );
}
