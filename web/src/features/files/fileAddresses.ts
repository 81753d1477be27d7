/** Where the bytes of attachments are (docs/topics/files.md). Access is judged there anew each time. */
import type { AttachmentRow } from "../../contracts/rows";

type Choice = { number?: number | undefined; isDownload?: boolean; link?: string | null };

/** A file's newest version, or one of its versions. */
export function fileAddress({ id, name }: Pick<AttachmentRow, "id" | "name">, choice: Choice = {}): string {
  const { number, isDownload, link } = choice;
  const path = number === undefined ? id : `${id}/${number}`;
  return `/files/${path}/${encodeURIComponent(name)}${query({ download: isDownload ? "1" : null, link })}`;
}

export const thumbAddress = (id: string, number: number, link: string | null): string =>
  `/files/thumb/${id}/${number}${query({ link })}`;

/** All files of a card or a board. */
export const zipAddress = (subjectId: string, link: string | null): string =>
  `/files/zip/${subjectId}${query({ link })}`;

function query(words: Record<string, string | null | undefined>): string {
  const said = Object.entries(words).flatMap(([name, word]) => (word ? [[name, word]] : []));
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}

/** What an attachment is called. */
export const titleOf = ({ name, title, url }: Pick<AttachmentRow, "name" | "title" | "url">): string =>
  name || title || url || "";
