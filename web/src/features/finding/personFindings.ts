import type { Finding } from "../../ui/findIn";
import type { HomeBoard, HomeData } from "../home/homeData";

export type KnownPerson = { id: string; name: string; photo?: string | null };

/** People on one's boards, as home knows them: the first of each board. The server's search knows the rest. */
export function peopleOf(data: HomeData): KnownPerson[] {
  const people = new Map<string, KnownPerson>();
  for (const board of data.boards) for (const person of board.people) people.set(person.id, person);
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export const boardsWith = (data: HomeData, personId: string): HomeBoard[] =>
  data.boards.filter((board) => board.state === "open" && board.people.some((person) => person.id === personId));

type Options = {
  words: { people: string; boards: string; tasksOf: (name: string) => string };
  mark: (person: KnownPerson) => Finding["mark"];
  showTasks: (person: KnownPerson) => void;
  openBoard: (boardId: string) => void;
};

/** A person is no place to go to: what is asked next is their tasks, or a board shared with them. */
export function personFindings(data: HomeData, { words, mark, showTasks, openBoard }: Options): Finding[] {
  return peopleOf(data).map((person) => ({
    id: `person/${person.id}`,
    label: person.name,
    group: words.people,
    mark: mark(person),
    choices: () => [
      { id: `tasks/${person.id}`, label: words.tasksOf(person.name), icon: "search", run: () => showTasks(person) },
      ...boardsWith(data, person.id).map((board) => ({
        ...{ id: `shared/${board.id}`, label: board.name, group: words.boards, icon: "board" as const },
        run: () => openBoard(board.id),
      })),
    ],
  }));
}
