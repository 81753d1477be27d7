// Generated from the server's registry by `tafla contracts`. Do not edit.

export interface Verbs {
  /** Open the acting person's account; everybody owns one, so a second is refused. */
  'account.open': {
    account_id: string;
    name: string;
  };
  /** Copy cards with details, checklist, attachments, and what ties them to each other and to cards that are */
  'board.copy_cards': {
    card_ids: ReadonlyArray<string>;
    new_board_id: string;
    with_dates?: boolean;
  };
  /** Make a board with the settings, columns and tags of another; one becomes its first board admin. */
  'board.copy_frame': {
    board_id: string;
    new_board_id: string;
    account_id: string;
    name: string;
  };
  /** Create a board in an account; whoever creates it becomes its first board admin. */
  'board.create': {
    board_id: string;
    account_id: string;
    name: string;
    kind?: 'task';
    template?: string | null;
    due_zone?: string;
  };
  /** Say what a board is for. */
  'board.describe': {
    board_id: string;
    description: string;
  };
  /** Make a board with these settings, columns and tags, for its maker alone. */
  'board.import_frame': {
    board_id: string;
    account_id: string;
    name: string;
    description?: string;
    wip_mode?: 'off' | 'warn' | 'block';
    numbering?: boolean;
    use_tags?: boolean;
    columns: ReadonlyArray<{
      id: string;
      name: string;
      kind: 'normal' | 'completed' | 'deleted';
      wip_limit?: number | null;
    }>;
    tags?: ReadonlyArray<{
      id: string;
      name: string;
      hue: 'grey' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'violet' | 'pink' | 'brown';
    }>;
  };
  /** Delete a board for ever. It must be in the trash, and only the account's owner may. */
  'board.purge': {
    board_id: string;
  };
  /** Give a board another name. */
  'board.rename': {
    board_id: string;
    name: string;
  };
  /** Say whether the board's link opens chat and files too. */
  'board.set_link_options': {
    board_id: string;
    chat: boolean;
    files: boolean;
  };
  /** Show the numbers of cards, or hide them; they are given all the same. */
  'board.set_numbering': {
    board_id: string;
    on: boolean;
  };
  /** Let the team only, the whole account team, or anyone with the link read the board. */
  'board.set_privacy': {
    board_id: string;
    privacy: 'team' | 'account' | 'link';
    link_token?: string | null;
  };
  /** Move a board to the archive or the trash, or take it out again. */
  'board.set_state': {
    board_id: string;
    state: 'open' | 'archived' | 'trash';
  };
  /** Let team members change columns and tags, or board admins only. */
  'board.set_team_arranges': {
    board_id: string;
    on: boolean;
  };
  /** Show tags on a board, or hide them; cards keep theirs. */
  'board.set_use_tags': {
    board_id: string;
    on: boolean;
  };
  /** Let visitors read the chat of a board, or no longer. */
  'board.set_visitors_chat': {
    board_id: string;
    on: boolean;
  };
  /** Say what WIP limits do on a board. */
  'board.set_wip_mode': {
    board_id: string;
    mode: 'off' | 'warn' | 'block';
  };
  /** Add cards to a column, in the order given. */
  'card.add': {
    column_id: string;
    cards: ReadonlyArray<{
      card_id: string;
      title: string;
    }>;
    after?: string | null;
    before?: string | null;
  };
  /** Put a tag of their board on cards, beside those they have. */
  'card.add_tag': {
    card_ids: ReadonlyArray<string>;
    tag_id: string;
  };
  /** Give cards to a person, beside those who have them already. */
  'card.assign': {
    card_ids: ReadonlyArray<string>;
    person_id: string;
  };
  /** Copy cards with details, dates, tags, checklists and attachments, and with those of their people who */
  'card.copy': {
    copies: ReadonlyArray<{
      card_id: string;
      new_id: string;
    }>;
    column_id: string;
    after?: string | null;
    before?: string | null;
  };
  /** Move cards to the Deleted column of their board, from where anyone who can edit may restore them. */
  'card.delete': {
    card_ids: ReadonlyArray<string>;
  };
  /** Put cards on a board with what they say and when it was; who did it then is not known here. */
  'card.import': {
    board_id: string;
    cards: ReadonlyArray<{
      due_on?: string | null;
      due_time?: string | null;
      due_zone?: string | null;
      id: string;
      column_id: string;
      rank: string;
      number: number;
      title: string;
      details?: string;
      status?: 'normal' | 'ready' | 'in_progress' | 'needs_review' | 'needs_rework' | 'blocked' | 'on_hold';
      priority?: 'normal' | 'high' | 'critical';
      start_on?: string | null;
      tag_ids?: ReadonlyArray<string>;
      items?: ReadonlyArray<{
        due_on?: string | null;
        due_time?: string | null;
        due_zone?: string | null;
        id: string;
        rank: string;
        text: string;
        done?: boolean;
      }>;
      created_at: number;
      completed_at?: number | null;
      deleted_at?: number | null;
      deleted_from?: string | null;
    }>;
    mode?: 'new';
  };
  /** Move cards to a place in a column, which may be another board's. */
  'card.move': {
    card_ids: ReadonlyArray<string>;
    column_id: string;
    after?: string | null;
    before?: string | null;
    to_top?: boolean;
  };
  /** Delete cards for ever. They must be in Deleted, and nothing brings them back. */
  'card.purge': {
    card_ids: ReadonlyArray<string>;
  };
  /** Take a tag off cards. */
  'card.remove_tag': {
    card_ids: ReadonlyArray<string>;
    tag_id: string;
  };
  /** Give a card another title. */
  'card.rename': {
    card_id: string;
    title: string;
  };
  /** Take a tag off cards, or put another in its place, also where cards are frozen: what merging and */
  'card.replace_tag': {
    card_ids: ReadonlyArray<string>;
    tag_id: string;
    into_id?: string | null;
  };
  /** Put deleted cards back where they were; where that column is gone, into the board's first. */
  'card.restore': {
    card_ids: ReadonlyArray<string>;
  };
  /** Save a card's details. A save that started from an older version is merged; where both changed the same */
  'card.set_details': {
    card_id: string;
    text: string;
    base_version: number;
  };
  /** Set or clear the due date of cards. */
  'card.set_due': {
    card_ids: ReadonlyArray<string>;
    due_on: string | null;
    due_time?: string | null;
    due_zone?: string;
  };
  /** Say how important cards are. */
  'card.set_priority': {
    card_ids: ReadonlyArray<string>;
    priority: 'normal' | 'high' | 'critical';
  };
  /** Say on which day work on cards begins, or that none is planned. */
  'card.set_start': {
    card_ids: ReadonlyArray<string>;
    start_on: string | null;
  };
  /** Say what state cards are in. */
  'card.set_status': {
    card_ids: ReadonlyArray<string>;
    status: 'normal' | 'ready' | 'in_progress' | 'needs_review' | 'needs_rework' | 'blocked' | 'on_hold';
  };
  /** Take cards from a person. */
  'card.unassign': {
    card_ids: ReadonlyArray<string>;
    person_id: string;
  };
  /** Do again what one's undo took back: the undo of an undo. */
  'change.redo': {
    command_id: string;
  };
  /** Take back what one's earlier command did, field by field. Refused where somebody has changed the same */
  'change.undo': {
    command_id: string;
  };
  /** Delete one's message, or as a board admin anyone's. Its words are gone for ever, its place stays. */
  'chat.delete': {
    message_id: string;
  };
  /** Change the words of one's own message; it is marked as edited. */
  'chat.edit': {
    message_id: string;
    text: string;
  };
  /** Put messages into a talk, all in the name of who imports them: a file proves nobody's words. */
  'chat.import': {
    card_id?: string | null;
    board_id?: string | null;
    messages: ReadonlyArray<{
      id: string;
      at: number;
      text?: string | null;
      reply_to?: string | null;
      edited_at?: number | null;
    }>;
  };
  /** Say something in the chat of a card or a board. */
  'chat.post': {
    message_id: string;
    text: string;
    card_id?: string | null;
    board_id?: string | null;
    reply_to?: string | null;
  };
  /** Put an emoji on a message, or take one's own off it. */
  'chat.react': {
    message_id: string;
    emoji: string;
    on: boolean;
  };
  /** Remember that one has read a chat up to a message; never less than before. */
  'chat.seen': {
    until: number;
    card_id?: string | null;
    board_id?: string | null;
  };
  /** Add items to a card's checklist, in the order given. */
  'checklist.add': {
    card_id: string;
    items: ReadonlyArray<{
      item_id: string;
      text: string;
      done?: boolean;
    }>;
    after?: string | null;
    before?: string | null;
  };
  /** Give items to a person, beside those who have them already. Their cards become that person's too. */
  'checklist.assign': {
    item_ids: ReadonlyArray<string>;
    person_id: string;
  };
  /** Replace an item by a card with its text, people and due date, whose details lead back. */
  'checklist.make_card': {
    item_id: string;
    card_id: string;
    column_id?: string | null;
  };
  /** Move items to another place of their checklist. */
  'checklist.move': {
    item_ids: ReadonlyArray<string>;
    after?: string | null;
    before?: string | null;
  };
  /** Take items off their checklist. Undo brings them back; nothing else does. */
  'checklist.remove': {
    item_ids: ReadonlyArray<string>;
  };
  /** Give an item another text. */
  'checklist.rename': {
    item_id: string;
    text: string;
  };
  /** Tick items, or take the ticks away. */
  'checklist.set_done': {
    item_ids: ReadonlyArray<string>;
    done: boolean;
  };
  /** Set or clear the due date of items. */
  'checklist.set_due': {
    item_ids: ReadonlyArray<string>;
    due_on: string | null;
    due_time?: string | null;
    due_zone?: string;
  };
  /** Take items from a person, who keeps the card. */
  'checklist.unassign': {
    item_ids: ReadonlyArray<string>;
    person_id: string;
  };
  /** Add a column to a board. */
  'column.add': {
    column_id: string;
    board_id: string;
    name: string;
    after?: string | null;
    before?: string | null;
  };
  /** Delete a column; its cards go to the column named, and none may be left behind. */
  'column.delete': {
    column_id: string;
    move_cards_to?: string | null;
  };
  /** Move a column between two others of its board. */
  'column.move': {
    column_id: string;
    after?: string | null;
    before?: string | null;
  };
  /** Give a column another name. Completed may be called otherwise, Deleted may not. */
  'column.rename': {
    column_id: string;
    name: string;
  };
  /** Say how many cards a column should hold, or that it has no limit. */
  'column.set_wip_limit': {
    column_id: string;
    limit: number | null;
  };
  /** Put a column's cards in order: soonest due first, by title with numbers as numbers, most important */
  'column.sort': {
    column_id: string;
    by: 'due' | 'title' | 'priority' | 'status';
    direction?: 'asc' | 'desc';
  };
  /** Tie two cards. What is tied already stays so; the other way round it would be a circle, and is */
  'dependency.add': {
    card_id: string;
    kind: 'blocks' | 'blocked_by';
    other_id: string;
  };
  /** Tie cards of one board, finished and deleted ones too. */
  'dependency.import': {
    board_id: string;
    pairs: ReadonlyArray<{
      blocker_id: string;
      blocked_id: string;
    }>;
  };
  /** Untie two cards, also from one that the person may not read; then undo does not tie them again. */
  'dependency.remove': {
    card_id: string;
    other_id: string;
  };
  /** Hang a link on a card or a board. */
  'file.add_link': {
    card_id?: string | null;
    board_id?: string | null;
    attachment_id: string;
    url: string;
    name?: string;
  };
  /** Put an upload on an attachment as its newest version. */
  'file.add_version': {
    attachment_id: string;
    upload_id: string;
  };
  /** Hang an upload on a card or a board; where a file of this name hangs already, as its new version. */
  'file.attach': {
    card_id?: string | null;
    board_id?: string | null;
    attachment_id: string;
    upload_id: string;
    name: string;
  };
  /** Hang an upload as `file.attach` does, also on a card that is frozen (job `board.import`). */
  'file.import': {
    card_id?: string | null;
    board_id?: string | null;
    attachment_id: string;
    upload_id: string;
    name: string;
  };
  /** Hang a link as `file.add_link` does, also on a card that is frozen (job `board.import`). */
  'file.import_link': {
    card_id?: string | null;
    board_id?: string | null;
    attachment_id: string;
    url: string;
    name?: string;
  };
  /** Put an attachment elsewhere among those of its card or board. */
  'file.move': {
    attachment_id: string;
    after?: string | null;
    before?: string | null;
  };
  /** Take over what the server has found out about a file or a link since it was attached. */
  'file.refresh': {
    attachment_id: string;
  };
  /** Take an attachment off its card or board, with all versions. */
  'file.remove': {
    attachment_id: string;
  };
  /** Give an attachment another name. A file keeps its ending, and a name that no other file here has: the */
  'file.rename': {
    attachment_id: string;
    name: string;
  };
  /** Make an older version of a file the newest, as one more version. */
  'file.restore_version': {
    attachment_id: string;
    number: number;
  };
  /** Let go of a filter of one's own. */
  'filter.remove': {
    filter_id: string;
  };
  /** Give a filter of one's own another name. */
  'filter.rename': {
    filter_id: string;
    name: string;
  };
  /** Keep a filter by a name, for oneself. */
  'filter.save': {
    filter_id: string;
    name: string;
    filter: {
      assignees?: ReadonlyArray<'me' | 'none' | string>;
      statuses?: ReadonlyArray<'normal' | 'ready' | 'in_progress' | 'needs_review' | 'needs_rework' | 'blocked' | 'on_hold'>;
      due?: ReadonlyArray<'overdue' | 'today' | 'tomorrow' | 'this_week' | 'next_week' | 'this_month' | 'next_month' | 'later' | 'none'>;
      priorities?: ReadonlyArray<'normal' | 'high' | 'critical'>;
      tags?: ReadonlyArray<string>;
      text?: string;
    };
    is_view?: boolean;
  };
  /** Accept an invitation: the acting person joins the board in the role offered. */
  'invitation.accept': {
    token: string;
  };
  /** Take an invitation back; its link opens nothing any more. */
  'invitation.cancel': {
    invitation_id: string;
  };
  /** Send an invitation again; it is good for another 14 days. */
  'invitation.resend': {
    invitation_id: string;
  };
  /** Mark all boards as read. */
  'marks.see_all': {
    at: number;
  };
  /** Mark a board as read: with its cards and chats, or only its attachments. */
  'marks.see_board': {
    board_id: string;
    at: number;
    tab?: 'files' | null;
  };
  /** Remember that one has seen a card's tab up to now; never less than before. */
  'marks.see_card': {
    card_id: string;
    at: number;
    tab?: 'details' | 'checklist' | 'files' | null;
  };
  /** Invite addresses to a board. Known collaborators join at once; others get a mail with a link, good for */
  'member.invite': {
    board_id: string;
    role: 'admin' | 'member' | 'visitor';
    people: ReadonlyArray<{
      invitation_id: string;
      email: string;
    }>;
  };
  /** Take a person off a board, or leave it oneself. Assignments there are dropped, and so is what they have */
  'member.remove': {
    board_id: string;
    person_id: string;
  };
  /** Give a person on a board another role. */
  'member.set_role': {
    board_id: string;
    person_id: string;
    role: 'admin' | 'member' | 'visitor';
  };
  /** Collapse a column to a strip for oneself, or open it again. */
  'pref.hide_column': {
    column_id: string;
    hidden: boolean;
  };
  /** Remember when one last opened a board, for *recent*. */
  'pref.open_board': {
    board_id: string;
  };
  /** Mark a board as one's favourite, or no longer. */
  'pref.set_favourite': {
    board_id: string;
    favourite: boolean;
  };
  /** Zoom a board out to one line a card, or in again, for oneself. */
  'pref.set_zoom': {
    board_id: string;
    zoom: 'cards' | 'lines';
  };
  /** Grant what was asked for, or do not; any board admin may. */
  'request.answer': {
    request_id: string;
    is_granted: boolean;
  };
  /** Ask a board's admins to add somebody, or for another role. Asked again, the newer wish counts. */
  'request.ask': {
    request_id: string;
    board_id: string;
    role: 'admin' | 'member' | 'visitor';
    email?: string | null;
    note?: string;
  };
  /** Take back what one has asked for. */
  'request.withdraw': {
    request_id: string;
  };
  /** Give a board another tag. Names are unique on a board, whatever their capitals. */
  'tag.create': {
    tag_id: string;
    board_id: string;
    name: string;
    hue: 'grey' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'violet' | 'pink' | 'brown';
  };
  /** Delete a tag; every card loses it. */
  'tag.delete': {
    tag_id: string;
  };
  /** Put another tag of the board in the place of this one, on every card, and delete it. */
  'tag.merge': {
    tag_id: string;
    into_id: string;
  };
  /** Give a tag another name. */
  'tag.rename': {
    tag_id: string;
    name: string;
  };
  /** Give a tag another colour. */
  'tag.set_hue': {
    tag_id: string;
    hue: 'grey' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'violet' | 'pink' | 'brown';
  };
  /** Delete a template of one's own. Boards made from it stay. */
  'template.delete': {
    template_id: string;
  };
  /** Give a template of one's own another name and description. */
  'template.describe': {
    template_id: string;
    name: string;
    description?: string;
  };
  /** Save a board as a template of an account. What stands in Deleted stays behind. */
  'template.save': {
    template_id: string;
    board_id: string;
    account_id: string;
    name: string;
    description?: string;
  };
  /** Take a board that was offered into one's own account. Its people stay, and one becomes its admin. */
  'transfer.accept': {
    board_id: string;
    account_id: string;
  };
  /** Take an offer back. */
  'transfer.cancel': {
    board_id: string;
  };
  /** Say no to a board that was offered. */
  'transfer.decline': {
    board_id: string;
  };
  /** Offer a board to another account's owner by their address. Nothing changes until they take it. */
  'transfer.offer': {
    board_id: string;
    email: string;
  };
}

export type VerbName = keyof Verbs;

export const UNDOABLE: ReadonlySet<string> = new Set([
  'board.describe',
  'board.rename',
  'board.set_numbering',
  'board.set_use_tags',
  'board.set_wip_mode',
  'card.add',
  'card.add_tag',
  'card.assign',
  'card.copy',
  'card.delete',
  'card.move',
  'card.remove_tag',
  'card.rename',
  'card.replace_tag',
  'card.restore',
  'card.set_details',
  'card.set_due',
  'card.set_priority',
  'card.set_start',
  'card.set_status',
  'card.unassign',
  'change.redo',
  'change.undo',
  'checklist.add',
  'checklist.assign',
  'checklist.make_card',
  'checklist.move',
  'checklist.remove',
  'checklist.rename',
  'checklist.set_done',
  'checklist.set_due',
  'checklist.unassign',
  'column.add',
  'column.delete',
  'column.move',
  'column.rename',
  'column.set_wip_limit',
  'column.sort',
  'dependency.add',
  'dependency.remove',
  'file.add_link',
  'file.add_version',
  'file.attach',
  'file.move',
  'file.remove',
  'file.rename',
  'file.restore_version',
  'filter.remove',
  'filter.rename',
  'filter.save',
  'tag.create',
  'tag.delete',
  'tag.merge',
  'tag.rename',
  'tag.set_hue',
]);
