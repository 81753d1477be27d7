// Generated from the server's registry by `tafla contracts`. Do not edit.

export interface AccountAdminRow {
  id: string;
  account_id: string;
  person_id: string;
  since: number;
}

export interface AccountRow {
  id: string;
  name: string;
  owner_id: string;
  created_at: number;
}

export interface AttachmentVersionRow {
  id: string;
  attachment_id: string;
  subject_id: string;
  number: number;
  name: string;
  type: string;
  size: number;
  preview: string;
  width: number | null;
  height: number | null;
  by: string;
  at: number;
}

export interface AttachmentRow {
  id: string;
  subject_id: string;
  rank: string;
  kind: string;
  name: string;
  type: string;
  size: number;
  version: number;
  url: string | null;
  title: string | null;
  by: string;
  at: number;
  updated_by: string;
  updated_at: number;
}

export interface BoardLinkRow {
  id: string;
  token: string;
}

export interface BoardPrefRow {
  id: string;
  person_id: string;
  board_id: string;
  favourite: boolean;
  zoom: string;
  hidden_column_ids: readonly string[];
  opened_at: number | null;
}

export interface BoardPrivacyRow {
  id: string;
  account_id: string;
  privacy: string;
  state: string;
  state_at: number | null;
  state_by: string | null;
  visitors_chat: boolean;
  link_chat: boolean;
  link_files: boolean;
  team_arranges: boolean;
}

export interface BoardSeenRow {
  id: string;
  person_id: string;
  board_id: string;
  seen_at: number;
  files_at: number;
}

export interface BoardTemplateRow {
  id: string;
  account_id: string;
  name: string;
  description: string;
  at: number;
  by: string;
}

export interface BoardTransferRow {
  id: string;
  board_id: string;
  email: string;
  by: string;
  at: number;
}

export interface BoardRow {
  id: string;
  account_id: string;
  name: string;
  kind: string;
  description: string;
  wip_mode: string;
  numbering: boolean;
  use_tags: boolean;
  created_at: number;
  created_by: string;
}

export interface CardSeenRow {
  id: string;
  person_id: string;
  card_id: string;
  at: number;
  details_at: number;
  checklist_at: number;
  files_at: number;
}

export interface CardTextRow {
  id: string;
  details: string;
  version: number;
}

export interface CardRow {
  id: string;
  board_id: string;
  column_id: string;
  rank: string;
  number: number;
  title: string;
  status: string;
  priority: string;
  due_on: string | null;
  due_time: string | null;
  due_zone: string | null;
  due_at: number | null;
  start_on: string | null;
  assignee_ids: readonly string[];
  tag_ids: readonly string[];
  checklist_done: number;
  checklist_total: number;
  checklist_due_at: number | null;
  completed_at: number | null;
  completed_by: string | null;
  created_at: number;
  created_by: string;
  deleted_at: number | null;
  deleted_by: string | null;
  deleted_from: string | null;
}

export interface ChecklistItemRow {
  id: string;
  card_id: string;
  rank: string;
  text: string;
  done: boolean;
  due_on: string | null;
  due_time: string | null;
  due_zone: string | null;
  due_at: number | null;
  assignee_ids: readonly string[];
  created_at: number;
  created_by: string;
}

export interface ColumnRow {
  id: string;
  board_id: string;
  name: string;
  kind: string;
  rank: string;
  wip_limit: number | null;
}

export interface DependencyRow {
  id: string;
  board_id: string;
  card_id: string;
  kind: string;
  other_id: string;
  other_board_id: string;
  at: number;
  by: string;
}

export interface InvitationRow {
  id: string;
  board_id: string;
  email: string;
  role: string;
  invited_by: string;
  created_at: number;
  expires_at: number;
  sent: number;
}

export interface MailBudgetRow {
  id: string;
}

export interface MemberRow {
  id: string;
  board_id: string;
  person_id: string;
  role: string;
  joined_at: number;
}

export interface MessageRow {
  id: string;
  subject_id: string;
  at: number;
  by: string;
  text: string;
  reply_to: string | null;
  edited_at: number | null;
  deleted_at: number | null;
  mention_ids: readonly string[];
  everyone: boolean;
}

export interface ReactionRow {
  id: string;
  message_id: string;
  subject_id: string;
  person_id: string;
  emoji: string;
}

export interface SavedFilterRow {
  id: string;
  person_id: string;
  name: string;
  filter: string;
  is_view: boolean;
  at: number;
}

export interface ShelveRow {
  id: string;
  board_id: string;
  card_id: string | null;
  count: number;
}

export interface TagRow {
  id: string;
  board_id: string;
  name: string;
  hue: string;
}

export interface TalkSeenRow {
  id: string;
  person_id: string;
  subject_id: string;
  board_id: string;
  seen_at: number;
}

export interface TalkRow {
  id: string;
  board_id: string;
  card_id: string | null;
  count: number;
  last_at: number;
  last_by: string;
}

export interface TeamRequestRow {
  id: string;
  board_id: string;
  person_id: string;
  email: string | null;
  role: string;
  note: string;
  at: number;
}

export interface Rows {
  account_admins: AccountAdminRow;
  accounts: AccountRow;
  attachment_versions: AttachmentVersionRow;
  attachments: AttachmentRow;
  board_links: BoardLinkRow;
  board_prefs: BoardPrefRow;
  board_privacy: BoardPrivacyRow;
  board_seen: BoardSeenRow;
  board_templates: BoardTemplateRow;
  board_transfers: BoardTransferRow;
  boards: BoardRow;
  card_seen: CardSeenRow;
  card_texts: CardTextRow;
  cards: CardRow;
  checklist_items: ChecklistItemRow;
  columns: ColumnRow;
  dependencies: DependencyRow;
  invitations: InvitationRow;
  mail_budgets: MailBudgetRow;
  members: MemberRow;
  messages: MessageRow;
  reactions: ReactionRow;
  saved_filters: SavedFilterRow;
  shelves: ShelveRow;
  tags: TagRow;
  talk_seen: TalkSeenRow;
  talks: TalkRow;
  team_requests: TeamRequestRow;
}

export type TableName = keyof Rows;

export interface TableShape {
  scope: string;
  order: string | null;
  fields: readonly string[];
  /** A snapshot holds the newest rows by this field. */
  window?: { size: number; by: string };
  /** A snapshot holds these rows beside those of that windowed table. */
  beside?: { table: TableName; field: string };
}

export const TABLES: Record<TableName, TableShape> = {
  account_admins: {
    scope: 'account',
    order: null,
    fields: [
      'id',
      'account_id',
      'person_id',
      'since',
    ],
  },
  accounts: {
    scope: 'account',
    order: null,
    fields: [
      'id',
      'name',
      'owner_id',
      'created_at',
    ],
  },
  attachment_versions: {
    scope: 'shelf',
    order: null,
    fields: [
      'id',
      'attachment_id',
      'subject_id',
      'number',
      'name',
      'type',
      'size',
      'preview',
      'width',
      'height',
      'by',
      'at',
    ],
  },
  attachments: {
    scope: 'shelf',
    order: 'subject_id',
    fields: [
      'id',
      'subject_id',
      'rank',
      'kind',
      'name',
      'type',
      'size',
      'version',
      'url',
      'title',
      'by',
      'at',
      'updated_by',
      'updated_at',
    ],
  },
  board_links: {
    scope: 'desk',
    order: null,
    fields: [
      'id',
      'token',
    ],
  },
  board_prefs: {
    scope: 'person',
    order: null,
    fields: [
      'id',
      'person_id',
      'board_id',
      'favourite',
      'zoom',
      'hidden_column_ids',
      'opened_at',
    ],
  },
  board_privacy: {
    scope: 'board',
    order: null,
    fields: [
      'id',
      'account_id',
      'privacy',
      'state',
      'state_at',
      'state_by',
      'visitors_chat',
      'link_chat',
      'link_files',
      'team_arranges',
    ],
  },
  board_seen: {
    scope: 'person',
    order: null,
    fields: [
      'id',
      'person_id',
      'board_id',
      'seen_at',
      'files_at',
    ],
  },
  board_templates: {
    scope: 'account',
    order: null,
    fields: [
      'id',
      'account_id',
      'name',
      'description',
      'at',
      'by',
    ],
  },
  board_transfers: {
    scope: 'desk',
    order: null,
    fields: [
      'id',
      'board_id',
      'email',
      'by',
      'at',
    ],
  },
  boards: {
    scope: 'board',
    order: null,
    fields: [
      'id',
      'account_id',
      'name',
      'kind',
      'description',
      'wip_mode',
      'numbering',
      'use_tags',
      'created_at',
      'created_by',
    ],
  },
  card_seen: {
    scope: 'person',
    order: null,
    fields: [
      'id',
      'person_id',
      'card_id',
      'at',
      'details_at',
      'checklist_at',
      'files_at',
    ],
    window: { size: 100, by: 'at' },
  },
  card_texts: {
    scope: 'card',
    order: null,
    fields: [
      'id',
      'details',
      'version',
    ],
  },
  cards: {
    scope: 'board',
    order: 'column_id',
    fields: [
      'id',
      'board_id',
      'column_id',
      'rank',
      'number',
      'title',
      'status',
      'priority',
      'due_on',
      'due_time',
      'due_zone',
      'due_at',
      'start_on',
      'assignee_ids',
      'tag_ids',
      'checklist_done',
      'checklist_total',
      'checklist_due_at',
      'completed_at',
      'completed_by',
      'created_at',
      'created_by',
      'deleted_at',
      'deleted_by',
      'deleted_from',
    ],
  },
  checklist_items: {
    scope: 'card',
    order: 'card_id',
    fields: [
      'id',
      'card_id',
      'rank',
      'text',
      'done',
      'due_on',
      'due_time',
      'due_zone',
      'due_at',
      'assignee_ids',
      'created_at',
      'created_by',
    ],
  },
  columns: {
    scope: 'board',
    order: 'board_id',
    fields: [
      'id',
      'board_id',
      'name',
      'kind',
      'rank',
      'wip_limit',
    ],
  },
  dependencies: {
    scope: 'board',
    order: null,
    fields: [
      'id',
      'board_id',
      'card_id',
      'kind',
      'other_id',
      'other_board_id',
      'at',
      'by',
    ],
  },
  invitations: {
    scope: 'desk',
    order: null,
    fields: [
      'id',
      'board_id',
      'email',
      'role',
      'invited_by',
      'created_at',
      'expires_at',
      'sent',
    ],
  },
  mail_budgets: {
    scope: 'person',
    order: null,
    fields: [
      'id',
    ],
  },
  members: {
    scope: 'team',
    order: null,
    fields: [
      'id',
      'board_id',
      'person_id',
      'role',
      'joined_at',
    ],
  },
  messages: {
    scope: 'chat',
    order: null,
    fields: [
      'id',
      'subject_id',
      'at',
      'by',
      'text',
      'reply_to',
      'edited_at',
      'deleted_at',
      'mention_ids',
      'everyone',
    ],
    window: { size: 50, by: 'at' },
  },
  reactions: {
    scope: 'chat',
    order: null,
    fields: [
      'id',
      'message_id',
      'subject_id',
      'person_id',
      'emoji',
    ],
    beside: { table: 'messages', field: 'message_id' },
  },
  saved_filters: {
    scope: 'person',
    order: null,
    fields: [
      'id',
      'person_id',
      'name',
      'filter',
      'is_view',
      'at',
    ],
  },
  shelves: {
    scope: 'files',
    order: null,
    fields: [
      'id',
      'board_id',
      'card_id',
      'count',
    ],
  },
  tags: {
    scope: 'board',
    order: null,
    fields: [
      'id',
      'board_id',
      'name',
      'hue',
    ],
  },
  talk_seen: {
    scope: 'person',
    order: null,
    fields: [
      'id',
      'person_id',
      'subject_id',
      'board_id',
      'seen_at',
    ],
  },
  talks: {
    scope: 'talk',
    order: null,
    fields: [
      'id',
      'board_id',
      'card_id',
      'count',
      'last_at',
      'last_by',
    ],
  },
  team_requests: {
    scope: 'desk',
    order: null,
    fields: [
      'id',
      'board_id',
      'person_id',
      'email',
      'role',
      'note',
      'at',
    ],
  },
};
