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
  const views = useViewFindings();
  const boards = useBoards(boardId);
  const people = usePeople();
  const further = useFurther(query, boardId);
  useEffect(() => void refreshHome(), []);
  const idle = useMemo(() => [...views, ...boards.idle], [views, boards]);
  const findings = useMemo(
    () => [...boards.all, ...views, ...people].map((one) => ({ ...one, use: useOf(one.id) })),
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

function useGoToBoard(): (boardId: string) => void {
  const { history } = useRouter();
  return useCallback((boardId) => history.push(`/b/${boardId}`), [history]);
}

function useBoards(here: string | null) {
  const { t } = useLingui();
  const home = useKnownHome();
  const open = useGoToBoard();
  const unread = useUnread();
  return useMemo(() => {
    if (!home) return { idle: NONE, all: NONE };
    const words = {
      favourites: t`Favourites`,
      recent: t`Recent`,
      boards: t`Boards`,
      archive: t`Boards in the archive…`,
      archived: t`In the archive`,
    };
    const badge = (count: number) => newBadge(count, plural(count, { one: "# new", other: "# new" }));
    return boardFindings(home, { words, here, unread, badge, open });
  }, [t, home, here, unread, open]);
}

function usePeople(): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const home = useKnownHome();
  const openBoard = useGoToBoard();
  return useMemo(() => {
    if (!home) return NONE;
    return personFindings(home, {
      words: { people: t`People`, boards: t`Boards you share`, tasksOf: (name) => t`Tasks of ${name}` },
      mark: (one) => <Avatar person={one} size={20} isDecorative />,
      showTasks: ({ id }) => history.push(`/search?person=${id}`),
      openBoard,
    });
  }, [t, home, history, openBoard]);
}
