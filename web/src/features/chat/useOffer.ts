import { type KeyboardEvent, useState } from "react";
import type { Mention } from "../../kits/mentionkit";
import { type Asked, askedMention, findPeople } from "./mentionText";

const MOST = 6;

export type Offer = {
  asked: Asked | null;
  people: readonly Mention[];
  chosen: Mention | undefined;
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent, choose: (mention: Mention) => void) => boolean;
  /** Something else is asked now: from the top again. */
  restart: () => void;
};

/** The people offered for the mention that is being typed at the caret, and which of them is chosen. */
export function useOffer(text: string, caret: number, people: readonly Mention[]): Offer {
  const [place, setPlace] = useState(0);
  // Where a mention begins for which the person wants no list.
  const [left, setLeft] = useState<number | null>(null);
  const asked = askedMention(text, caret);
  const offered = asked && asked.from !== left ? findPeople(people, asked.query).slice(0, MOST) : [];
  const at = Math.min(place, offered.length - 1);
  const chosen = offered[at];
  const onKey: Offer["onKey"] = (event, choose) => {
    if (!chosen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setPlace((at + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(chosen);
    else if (event.key === "Escape") setLeft(asked?.from ?? null);
    else return false;
    return true;
  };
  return { asked, people: offered, chosen, onKey, restart: () => setPlace(0) };
}
