import type { MessageRow, ReactionRow } from "../../src/contracts/rows";
import { emojiKey } from "../../src/features/chat/emojiKey";
import type { AnyRow } from "../../src/sync/tables";
import type { FakeServer } from "./fakeServer";

export function message(id: string, subject: string, at: number, more: Partial<MessageRow> = {}): MessageRow {
  return {
    ...{ id, subject_id: subject, at, by: "p2", text: id, reply_to: null, edited_at: null, deleted_at: null },
    ...{ mention_ids: [], everyone: false, ...more },
  };
}

/** A talk of messages `SUBJECT.m0` …, one a second, of which every tenth has a reaction. */
export function seedTalk(server: FakeServer, subject: string, board: string, count: number): void {
  const talk = { id: subject, board_id: board, card_id: subject === board ? null : subject, count };
  server.seed("talks", { ...talk, last_at: count * 1000, last_by: "p2" } as AnyRow);
  for (let at = 0; at < count; at++) {
    const row = message(`${subject}.m${at}`, subject, at * 1000 + 1000);
    server.seed("messages", row as unknown as AnyRow);
    if (at % 10 === 0) server.seed("reactions", like(row.id, subject) as unknown as AnyRow);
  }
}

function like(message_id: string, subject_id: string): ReactionRow {
  return { id: `${message_id}.p1.${emojiKey("👍")}`, message_id, subject_id, person_id: "p1", emoji: "👍" };
}
