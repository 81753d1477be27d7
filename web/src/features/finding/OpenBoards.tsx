import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useParams, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Avatar } from "../../ui/Avatar";
import type { Finding } from "../../ui/findIn";
import { Palette } from "../../ui/Palette";
import { closePalette } from "../../ui/paletteState";
import { refreshHome, useKnownHome } from "../home/homeData";
import { usePerson } from "../people/session";
import { boardFindings } from "./boardFindings";
import { newBadge } from "./CountBadge";
import { personFindings } from "./personFindings";
import { noteUsed, readUsed } from "./used";
import { useFurther } from "./useFurther";
import { useUnread } from "./useUnread";
import { useViewFindings } from "./useViewFindings";
import "./OpenBoards.css";

/** *Open boards*: views, boards, people and tasks, beside the commands of the page. */
export function OpenBoards() {
  const person = usePerson();
  const { boardId = null } = useParams({ strict: false }) as { boardId?: string };
  const [query, setQuery] = useState("");
  const [used] = useState(() => readUsed(person.id));
  const useOf = useCallback((id: string) => used[id] ?? 0, [used]);
  const unread = useUnread();
  const views = useViewFindings(unread);
  const boards = useBoards(boardId, unread);
  const people = usePeople();
  const further = useFurther(query, boardId);
  useEffect(() => void refreshHome(), []);
  const idle = useMemo(() => [...views, ...boards.idle], [views, boards]);
  const findings = useMemo(
    () => [...boards.all, ...views, ...people].map((one) => withUse(one, useOf(one.id))),
    [boards, views, people, useOf],
  );
  return (
    <Palette
      {...{ idle, findings, further, useOf }}
      onQuery={setQuery}
      onChosen={(id) => noteUsed(person.id, id.replace(/^(favourite|recent)\//, "board/"))}
      onClose={closePalette}
    />
  );
}

const NONE: readonly Finding[] = [];

/** Most were never used, and stay the objects they are: what was folded of them holds. */
const withUse = (one: Finding, use: number): Finding => (use > 0 ? { ...one, use } : one);

type Made = { from: readonly unknown[]; boards: ReturnType<typeof boardFindings> };
/** The lines of the last opening: thousands are not made, nor folded, again while nothing has changed. */
let made: Made | null = null;

function keptFor(from: readonly unknown[], make: () => Made["boards"]): Made["boards"] {
  if (!made || from.some((one, at) => one !== made?.from[at])) made = { from, boards: make() };
  return made.boards;
}

function useBoards(here: string | null, unread: ReadonlyMap<string, number>) {
  const { t } = useLingui();
  const { history } = useRouter();
  const home = useKnownHome();
  return useMemo(() => {
    if (!home) return { idle: NONE, all: NONE };
    const open = (boardId: string) => history.push(`/b/${boardId}`);
    const words = {
      favourites: t`Favourites`,
      recent: t`Recent`,
      boards: t`Boards`,
      archive: t`Boards in the archive…`,
      archived: t`In the archive`,
    };
    const badge = (count: number) => newBadge(count, plural(count, { one: "# new", other: "# new" }));
    return keptFor([t, home, here, unread, history], () => boardFindings(home, { words, here, unread, badge, open }));
  }, [t, home, here, unread, history]);
}

function usePeople(): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const home = useKnownHome();
  return useMemo(() => {
    if (!home) return NONE;
    return personFindings(home, {
      words: { people: t`People`, boards: t`Boards you share`, tasksOf: (name) => t`Tasks of ${name}` },
      mark: (one) => <Avatar person={one} size={20} isDecorative />,
      showTasks: ({ id }) => history.push(`/search?person=${id}`),
      openBoard: (boardId) => history.push(`/b/${boardId}`),
    });
  }, [t, home, history]);
}
