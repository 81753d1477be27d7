import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Button } from "../../ui/Button";
import { useCommands } from "../../ui/commands";
import { EmptyState } from "../../ui/EmptyState";
import { FramePlace, usePageTitle } from "../../ui/Frame";
import { Icon } from "../../ui/icons";
import { problemText } from "../../ui/problems";
import { Skeleton } from "../../ui/Skeleton";
import { BoardTile } from "./BoardTile";
import "../boards/BoardBar.css";
import "./HomePage.css";
import { late } from "../../ui/late";
import { ConnectionChip } from "../boards/ConnectionChip";
import { usePerson } from "../people/session";
import { HomeSide } from "./HomeSide";
import { byUse, type HomeData, mayCreate, refreshHome } from "./homeData";
import { askHome, useHomeQuestion } from "./homeQuestion";
import { useLiveHome } from "./liveHome";
import { Offers } from "./Offers";
import { isShown, useResting } from "./resting";

const ImportDialog = late(() =>
  import("./importing/ImportDialog").then((module) => ({ default: module.ImportDialog })),
);
const ViewLinks = late(() => import("../views/ViewLinks").then((module) => ({ default: module.ViewLinks })));
const NewBoardDialog = late(() => import("./NewBoardDialog").then((module) => ({ default: module.NewBoardDialog })));

export function HomePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data, error } = useLiveHome(usePerson().id);
  const asked = useHomeQuestion();
  const newIn = (accountId: string) => askHome({ kind: "new", accountId });
  const close = () => askHome(null);
  usePageTitle(t`My boards`);
  // Whoever leaves with a dialog open does not find it here again.
  useEffect(() => () => (location.pathname === "/" ? undefined : askHome(null)), []);
  const firstAccount = data?.accounts[0]?.id ?? "";
  useCommands(
    () => [
      {
        id: "board.create",
        label: t`Create new board`,
        group: t`Boards`,
        icon: "plus",
        keys: ["n"],
        guard: () => firstAccount !== "",
        run: () => askHome({ kind: "new", accountId: "" }),
      },
      {
        id: "board.import",
        label: t`Import a board`,
        group: t`Boards`,
        icon: "paste",
        guard: () => firstAccount !== "",
        run: () => askHome({ kind: "import" }),
      },
    ],
    [t, firstAccount],
  );

  return (
    <div className="home">
      <FramePlace name="title">
        <ConnectionChip />
      </FramePlace>
      <header className="home__head">
        <h1 className="home__title">
          <Trans>My boards</Trans>
        </h1>
        <span className="home__acts">
          <Button look="quiet" isDisabled={!data} onPress={() => askHome({ kind: "import" })}>
            <Trans>Import a board</Trans>
          </Button>
          {data?.boards.length === 0 ? null : (
            <Button look="primary" icon="plus" isDisabled={!data} onPress={() => newIn("")}>
              <Trans>Create new board</Trans>
            </Button>
          )}
        </span>
      </header>
      {data?.boards.length === 0 ? null : (
        <Suspense fallback={<div className="home__views" />}>
          <ViewLinks />
        </Suspense>
      )}
      {data ? <Boards data={data} onNew={newIn} /> : error ? <LoadProblem error={error} /> : <Waiting />}
      <Suspense>
        {data && asked?.kind === "import" ? <ImportDialog accounts={data.accounts} onClose={close} /> : null}
      </Suspense>
      {data && asked?.kind === "new" ? (
        <Suspense>
          <NewBoardDialog
            accounts={data.accounts}
            accountId={asked.accountId}
            template={asked.template}
            onClose={close}
            onCreated={(boardId) => void navigate({ to: "/b/$boardId", params: { boardId } })}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

type BoardsProps = { data: HomeData; onNew: (accountId: string) => void };

function Boards({ data, onNew }: BoardsProps) {
  const [resting, setResting] = useResting();
  const hasBoards = data.boards.length > 0;
  const shown = { ...data, boards: data.boards.filter((board) => isShown(board, resting)) };
  return (
    <>
      <Offers offers={data.offers ?? []} accounts={data.accounts} />
      <div className={hasBoards ? "home__columns" : undefined}>
        {hasBoards ? <HomeSide accounts={shownAccounts(data)} {...{ resting, setResting }} /> : null}
        <div>{hasBoards ? <Accounts data={shown} onNew={onNew} /> : <FirstBoard onNew={onNew} />}</div>
      </div>
    </>
  );
}

function shownAccounts(data: HomeData): HomeData["accounts"] {
  return data.accounts.filter(
    (account) => account.role === "owner" || data.boards.some((board) => board.account_id === account.id),
  );
}

function FirstBoard({ onNew }: Pick<BoardsProps, "onNew">) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon="board"
      title={t`Your first board`}
      action={
        <Button look="primary" size="large" icon="plus" onPress={() => onNew("")}>
          <Trans>Create new board</Trans>
        </Button>
      }
    >
      <Trans>
        A board shows a team’s work in columns, from to do to done. Begin with an empty one or with a template, then
        invite your team.
      </Trans>
    </EmptyState>
  );
}

function Accounts({ data, onNew }: BoardsProps) {
  return shownAccounts(data).map((account) => (
    <section key={account.id} className="home__account" aria-labelledby={`account-${account.id}`}>
      <h2 className="home__account-name" id={`account-${account.id}`}>
        {account.name}
      </h2>
      <div className="home__tiles">
        {data.boards
          .filter((board) => board.account_id === account.id)
          .sort(byUse)
          .map((board) => (
            <BoardTile key={board.id} board={board} isOwner={account.role === "owner"} />
          ))}
        {mayCreate(account.role) ? (
          <AriaButton className="tile tile--new" onPress={() => onNew(account.id)}>
            <Icon name="plus" size={24} />
            <Trans>Create new board</Trans>
          </AriaButton>
        ) : null}
      </div>
    </section>
  ));
}

function LoadProblem({ error }: { error: unknown }) {
  const { t, i18n } = useLingui();
  return (
    <EmptyState
      icon="cloudOff"
      title={t`Your boards could not be loaded`}
      action={
        <Button icon="restore" onPress={() => void refreshHome()}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {i18n._(problemText(error))}
    </EmptyState>
  );
}

function Waiting() {
  return (
    <section className="home__account" aria-busy="true">
      <Skeleton className="home__waiting-name" />
      <div className="home__tiles">
        {[1, 2, 3, 4].map((tile) => (
          <Skeleton key={tile} className="tile tile--waiting" />
        ))}
      </div>
    </section>
  );
}
