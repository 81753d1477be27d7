import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import type { RefusalCode } from "../contracts/refusals";

type Args = Record<string, unknown>;
const word = (args: Args, name: string) => String(args[name] ?? "");
const count = (args: Args, name: string) => Number(args[name] ?? 0);
/** In the reader's own way of writing numbers and units. */
const fileSize = (bytes: number) =>
  bytes < 1024 ** 3
    ? i18n.number(Math.round(bytes / 1024 ** 2), { style: "unit", unit: "megabyte" })
    : i18n.number(bytes / 1024 ** 3, { style: "unit", unit: "gigabyte", maximumFractionDigits: 1 });

/** One sentence for each of the server's refusals: what happened, and what to do. The compiler asks for a line for every new code. */
const sentences: Record<RefusalCode, (args: Args) => string> = {
  already_member: () => t`This person is on the board already.`,
  bad_address: (args) => {
    const address = word(args, "address");
    return t`“${address}” is not an e-mail address. Correct it and try again.`;
  },
  bad_arguments: () => t`The server did not accept this. Reload the page and try again.`,
  bad_url: () => t`This is not a web address. It begins with http:// or https://.`,
  bad_zone: (args) => {
    const zone = word(args, "zone");
    return t`The server does not know the time zone “${zone}”. Choose another one in your preferences.`;
  },
  bad_message: () => t`The server did not understand this page. Reload it and try again.`,
  board_archived: () => t`This board is in the archive, where nothing changes.`,
  import_broken: (args) => {
    const reason = word(args, "reason");
    return t`This file is damaged or incomplete (${reason}). Export the board again and try with that.`;
  },
  import_gone: () => t`This file was uploaded too long ago. Choose it again.`,
  import_unknown: () => t`This is not a board exported from Tafla. Choose the zip that “JSON with files” made.`,
  template_not_yours: () => t`Only who made this template, or who runs the account, can change it.`,
  template_too_large: (args) => {
    const limit = count(args, "limit");
    return t`This board is too large for a template. Cards, details and checklist items together may be ${limit}.`;
  },
  board_not_in_trash: () => t`Only boards in the trash can be deleted for ever.`,
  board_in_trash: () => t`This board is in the trash. Restore it first.`,
  card_completed: () => t`This task is completed. Move it out of Completed to change it.`,
  card_deleted: () => t`This task is deleted. Restore it to change it.`,
  card_not_deleted: () => t`Only tasks in Deleted can be deleted for ever.`,
  cards_on_several_boards: () => t`These tasks are on several boards. Select those of one board.`,
  column_elsewhere: () => t`That column is on another board.`,
  column_fixed: () => t`Completed and Deleted belong to every board and stay where they are.`,
  column_not_empty: (args) => {
    const cards = count(args, "count");
    return t`This column still holds tasks (${cards}). Say where they go.`;
  },
  command_reused: () => t`This was sent twice in two versions. Reload the page and try again.`,
  empty_text: () => t`This must not be empty.`,
  file_empty: () => t`This file is empty. Choose another one.`,
  file_gone: () => t`The bytes of this file have been deleted since. Upload it again.`,
  file_name_taken: (args) => {
    const name = word(args, "name");
    return t`Another file here is called “${name}”. Choose another name, or add this one as its new version.`;
  },
  file_too_large: (args) => {
    const limit = fileSize(count(args, "limit"));
    return t`This file is larger than ${limit}, the limit here. Attach a link to it instead.`;
  },
  gap: () => t`Something sent earlier is missing. Reload the page.`,
  id_taken: () => t`This exists already. Reload the page and try again.`,
  invitation_expired: () => t`This invitation is older than 14 days. Ask for a new one.`,
  invitation_other_address: (args) => {
    const email = word(args, "email");
    return t`This invitation was sent to ${email}. Sign in with that address.`;
  },
  items_on_several_cards: () => t`These checklist items are on several tasks. Move those of one task.`,
  last_admin: () => t`A board needs a board admin. Make somebody else admin first.`,
  invited_lately: (args) => {
    const email = word(args, "email");
    const wait = i18n.number(count(args, "wait"), { style: "unit", unit: "second", unitDisplay: "long" });
    return t`“${email}” just got an invitation from you. The next one can leave in ${wait}.`;
  },
  lost_access: () => t`This board is no longer open to you.`,
  message_deleted: () => t`This message was deleted.`,
  message_not_yours: () => t`Only who wrote a message can change it.`,
  not_a_file: () => t`A link has no versions.`,
  dependency_circle: () => t`These tasks would wait for each other in a circle.`,
  not_allowed: () => t`Your role does not allow this. A board admin can do it, or change your role.`,
  not_assignable: () => t`Only board admins and team members of this board can be assigned.`,
  not_found: () => t`This does not exist any more, or you may not see it.`,
  not_member: () => t`This person is not on the board.`,
  offer_archived: () => t`This board is in the archive. Whoever offers it has to take it out of there first.`,
  quota_exceeded: (args) => {
    const limit = fileSize(count(args, "limit"));
    return t`The space of this account (${limit}) is used up. Remove files, or ask the account’s owner for more.`;
  },
  restarting: () => t`The server is restarting. What you did is kept and sent again.`,
  server_error: () => t`The server could not do this. It has been written down; try again in a moment.`,
  signed_out: () => t`You are signed out. Sign in and go on; what you did is kept.`,
  storage_full: () => t`The server has no room for this file. Tell whoever runs it, and try again later.`,
  storage_unavailable: () => t`The server cannot store anything at the moment. What you did is kept and sent again.`,
  tag_elsewhere: () => t`That tag is another board’s.`,
  tag_exists: (args) => {
    const name = word(args, "name");
    return t`There is a tag called “${name}” already. Choose another name, or merge the two.`;
  },
  text_conflict: () => t`Somebody changed the same words. Choose what holds.`,
  text_too_long: (args) => {
    const limit = count(args, "limit");
    return t`This is too long. The limit is ${limit} characters.`;
  },
  too_fast: () => t`That was a lot at once. It is sent in a moment.`,
  too_large: () => t`This is too large for one step. Do it in smaller parts.`,
  too_many: (args) => {
    const limit = count(args, "limit");
    return t`That is too many. The limit is ${limit}.`;
  },
  too_many_uploads: (args) => {
    const limit = count(args, "limit");
    return t`${limit} of your uploads are under way, which is the limit. Wait for one, or cancel it.`;
  },
  undo_changed: () => t`Somebody has changed the same since, so it cannot be undone.`,
  undo_gone: () => t`This is too long ago to be undone.`,
  undo_not_possible: () => t`This cannot be undone.`,
  too_many_sockets: () =>
    t`Too many tabs and devices are connected. Close some of them; this one then connects by itself.`,
  too_many_invitations: (args) => {
    const limit = i18n.number(count(args, "limit"));
    return t`You have reached the limit of ${limit} invitations a day. Go on tomorrow, or ask whoever runs the server.`;
  },
  unknown_view: () => t`There is no view of this name.`,
  unknown_verb: () => t`This page is older than the server. Reload it.`,
  upload_busy: () => t`This file is being sent already. Wait a moment.`,
  upload_offset: () => t`The server holds another part of this file. Sending goes on from there.`,
  upload_too_long: () => t`This file has grown while it was sent. Upload it again.`,
  upload_unfinished: () => t`This file has not been sent to its end. Upload it again.`,
  wip_limit_reached: (args) => {
    const limit = count(args, "limit");
    const column = word(args, "column");
    return t`“${column}” holds ${limit} tasks, its limit. Finish or move one first.`;
  },
};

/** The sentence in the reader's language; call it while rendering, not before. */
export function refusalText(code: string, args: Args = {}): string {
  const sentence = sentences[code as RefusalCode] as ((args: Args) => string) | undefined;
  return sentence?.(args) ?? t`The server did not accept this. Reload the page and try again.`;
}
