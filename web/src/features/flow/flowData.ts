import { useEffect, useRef, useState } from "react";
import { api } from "../../kits/apikit";

/** Half of the cards took at most `median`, 85 of 100 at most `promise`; ms. */
export type Pace = { cards: number; median: number; promise: number };
export type FlowColumn = { id: string; name: string; kind: string; counts: number[]; pace: Pace | null };
export type FlowCard = {
  id: string;
  title: string;
  number: number;
  completed_at: number;
  lead: number;
  /** None where the log does not tell when it was begun. */
  cycle: number | null;
  columns: Record<string, number>;
};
/** A board's last days, oldest first, where the reader is. */
export type Flow = {
  days: string[];
  columns: FlowColumn[];
  /** Cards of which nobody knows in which column they stood. */
  unknown: number[];
  known_from: number | null;
  done: number[];
  lead: Pace | null;
  cycle: Pace | null;
  cards: FlowCard[];
};
export type Stay = { column_id: string; column: string | null; from_at: number; to_at: number | null };
export type CardFlow = { stays: Stay[]; lead: number | null; cycle: number | null };

export type Asked<T> = { data: T | null; hasFailed: boolean };

/** Flow is kept some time after each command; asked at once it would be that of before. */
const CALM_MS = 1_500;

/** What an address answers; asked again when `version` is another. The last answer stays until the next is there. */
export function useAnswer<T>(path: string, version: unknown): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ data: null, hasFailed: false });
  const asks = useRef("");
  useEffect(() => {
    const leaving = new AbortController();
    const ask = () =>
      api
        .get<T>(path, { signal: leaving.signal })
        .then((data) => setAsked({ data, hasFailed: false }))
        .catch(() => {
          if (!leaving.signal.aborted) setAsked(({ data }) => ({ data, hasFailed: data === null }));
        });
    const timer = setTimeout(() => void ask(), asks.current === path ? CALM_MS : 0);
    asks.current = path;
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [path, version]);
  return asked;
}
