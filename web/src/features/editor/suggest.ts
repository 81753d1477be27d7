import type { Editor } from "@tiptap/core";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { EVERYBODY, type Mention as Person } from "../../kits/mentionkit";
import { Mention } from "./inlines";

/** People to choose from behind an at sign, where the caret is. */
export type Suggested = {
  people: readonly Person[];
  active: number;
  rect: DOMRect | null;
  choose: (at: number) => void;
};
export type People = () => readonly Person[];

const MOST = 8;
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whose name, or one of its words, begins like the words typed; everybody comes last. */
export function findPeople(people: readonly Person[], words: string): Person[] {
  const wanted = fold(words);
  const found = people.filter(({ name }) => fold(` ${name}`).includes(` ${wanted}`));
  const all = { id: EVERYBODY, name: EVERYBODY };
  return [...found.slice(0, MOST), ...(people.length > 0 && EVERYBODY.startsWith(wanted) ? [all] : [])];
}

/** Mentions with their list: `show` gets what is to be seen, null for nothing. */
export function mentionsWith(people: People, show: (suggested: Suggested | null) => void) {
  return Mention.extend({
    addProseMirrorPlugins() {
      let now: Suggested | null = null;
      const set = (next: Suggested | null) => {
        now = next;
        show(next);
      };
      const from = ({ items, clientRect, command }: SuggestionProps<Person>): Suggested | null => {
        const choose = (at: number) => items[at] && command(items[at]);
        const active = Math.min(now?.active ?? 0, items.length - 1);
        return items.length > 0 ? { people: items, active, rect: clientRect?.() ?? null, choose } : null;
      };
      const onKeyDown = ({ event }: { event: KeyboardEvent }): boolean => {
        if (!now || event.isComposing) return false;
        // It ends the list, not what is around the text.
        if (event.key === "Escape") event.stopPropagation();
        const count = now.people.length;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) set({ ...now, active: (now.active + step + count) % count });
        else if (event.key === "Enter" || event.key === "Tab") now.choose(now.active);
        else return false;
        return true;
      };
      return [
        Suggestion<Person, Person>({
          editor: this.editor as Editor,
          char: "@",
          allowSpaces: true,
          allowedPrefixes: [" ", "("],
          items: ({ query }) => findPeople(people(), query),
          command: ({ editor, range, props: { id, name } }) =>
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: "mention", attrs: { id, name } },
                { type: "text", text: " " },
              ])
              .run(),
          render: () => ({
            onStart: (props) => set(from(props)),
            onUpdate: (props) => set(from(props)),
            onExit: () => set(null),
            onKeyDown,
          }),
        }),
      ];
    },
  });
}
