// Generated from the server's registry by `tafla contracts`. Do not edit.

export type Aspect =
  | 'new'
  | 'title'
  | 'details'
  | 'status'
  | 'people'
  | 'due'
  | 'checklist'
  | 'chat'
  | 'files';

export type Aspects = Readonly<Record<string, Readonly<Record<string, Aspect>>>>;

/** Stands for a row's coming. */
export const COMING = '+';

/** table -> field -> aspect */
export const ASPECTS: Aspects = {
  cards: {
    '+': 'new',
    title: 'title',
    status: 'status',
    priority: 'status',
    assignee_ids: 'people',
    due_on: 'due',
    due_time: 'due',
    due_zone: 'due',
    start_on: 'due',
    checklist_done: 'checklist',
    checklist_total: 'checklist',
  },
  card_texts: {
    '+': 'details',
    version: 'details',
  },
  checklist_items: {
    text: 'checklist',
    done: 'checklist',
    assignee_ids: 'checklist',
    due_on: 'checklist',
    due_time: 'checklist',
    due_zone: 'checklist',
  },
  talks: {
    '+': 'chat',
    last_at: 'chat',
  },
  shelves: {
    '+': 'files',
    count: 'files',
  },
  attachments: {
    version: 'files',
    name: 'files',
  },
};

/** Aspects that are seen on a tab of their own; all others on the tab of details. */
export const TABS: readonly Aspect[] = ['checklist', 'chat', 'files'];
