import { useEffect, useMemo, useSyncExternalStore } from "react";
import { api } from "../../kits/apikit";
import { useCountOfAll } from "../marks/boardCounts";
import { getSession } from "../people/session";
import { Question } from "./question";
import { useLive } from "./useLive";
import type { Reader } from "./useReader";
import type { ViewCounts } from "./viewData";

const NONE: ViewCounts["counts"] = {};
let known: { person: string | null; counts: ViewCounts["counts"] } = { person: null, counts: NONE };
let words = "";
const listeners = new Set<() => void>();

function me(): string | null {
  const session = getSession();
  return session.state === "signed-in" ? session.person.id : null;
}

const question = new Question(async () => {
  const person = me();
  try {
    const { counts } = await api.get<ViewCounts>(`/api/v1/views?${words}`);
    if (person !== me() || JSON.stringify(counts) === JSON.stringify(read())) return;
    known = { person, counts };
    for (const listener of listeners) listener();
  } catch {
    // The last figures stay; the view itself says what is wrong.
  }
});

const read = (): ViewCounts["counts"] => (known.person === me() ? known.counts : NONE);
const look = (): void => question.soon();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What in the views asks for the reader, as far as it is known; asks again whenever something happens. What is new, marks count (`CountsHost`). */
export function useViewCounts({ clock }: Pick<Reader, "clock">): ViewCounts["counts"] {
  const { zone, weekStart } = clock;
  useEffect(() => {
    words = `${new URLSearchParams({ zone, week_start: String(weekStart) })}`;
    look();
  }, [zone, weekStart]);
  useLive(look);
  const counts = useSyncExternalStore(subscribe, read);
  const marked = useCountOfAll();
  return useMemo(() => ({ ...counts, new: marked }), [counts, marked]);
}
