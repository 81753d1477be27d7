/** What sentences are made of: the entry, the names in it, and how they are set. */
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { shortDay } from "../../kits/datekit";
import { dateFormat, listFormat } from "../../kits/formats";
import { Icon } from "../../ui/icons";
import type { Entry } from "./historyPages";

export type Reading = { now: number; zone: string; locale: string; nameOf: (personId: string) => string };
export type Told = { entry: Entry; who: string; reading: Reading };
export type Sentence = (told: Told) => ReactNode;

/** A name in a sentence: set apart, and kept in its own direction. */
export function B({ children }: { children: ReactNode }) {
  return <bdi className="history__name">{children}</bdi>;
}

export type Named = { id: string; name: string | null; kind?: string };
export type Item = { id: string; text: string | null; people?: string[]; due?: Due | null };
export type Due = { on: string; time: string | null; zone: string; at: number };
type ColumnNamed = Named | null | undefined;

const MOST_LETTERS = 80;
const shortly = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

/** The list an entry holds, be it old or new. */
export const listOf = <T,>(values: unknown): T[] => (Array.isArray(values) ? (values as T[]) : []);

/** What of a list is told, each by its name or text. */
export function names(values: unknown, { locale }: Reading): ReactNode {
  const words = listOf<Named & Item>(values).map((one) => one.name ?? one.text ?? t`something since removed`);
  return <Several words={words.map(shortly)} locale={locale} />;
}

export function people(ids: readonly string[], { locale, nameOf }: Reading): ReactNode {
  return <Several words={[...new Set(ids)].map(nameOf)} locale={locale} />;
}

/** “A, B and C”, the names set apart from the words between them. */
function Several({ words, locale }: { words: string[]; locale: string }) {
  let at = 0;
  return listFormat(locale)
    .formatToParts(words)
    .map(({ type, value }) => {
      at += 1;
      return type === "element" ? <B key={at}>{value}</B> : value;
    });
}

/** From what was to what is. */
export function To() {
  return <Icon name="arrowEnd" size={16} className="history__arrow" label={t`then`} />;
}

/** A column by the name it had; the fixed ones in the reader's language. */
export function columnName(column: ColumnNamed): string {
  if (column?.kind === "deleted") return t`Deleted`;
  if (column?.kind === "completed" && (!column.name || column.name === "Completed")) return t`Completed`;
  return column?.name ?? t`a column since removed`;
}

/** A due date as the reader's calendar has it; a bare date is the day it ends. */
export function dueDay(due: Due | null | undefined, { now, zone, locale }: Reading): string {
  if (!due) return "";
  if (!due.time) return shortDay(due.at - 1, now, locale, zone);
  const day = shortDay(due.at, now, locale, zone);
  const time = dateFormat(locale, { timeZone: zone, timeStyle: "short" }).format(due.at);
  return t`${day}, ${time}`;
}

/** A date that belongs to no zone. */
export function plainDay(day: unknown, { now, locale }: Reading): string {
  return typeof day === "string" ? shortDay(Date.parse(`${day}T12:00:00Z`), now, locale, "UTC") : "";
}
