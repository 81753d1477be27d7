import { useLingui } from "@lingui/react/macro";
import { Suspense, useEffect } from "react";
import type { CardRow } from "../../../contracts/rows";
import { Skeleton } from "../../../ui/Skeleton";
import { Tabs } from "../../../ui/Tabs";
import { useBoard } from "../../boards/boardTools";
import { usePlace } from "../../boards/place";
import { TabMark } from "../../marks/TabMark";
import { useSeeing } from "../../marks/useSeeing";
import { cardTabs } from "./cardTabs";
import { isForTheSheet } from "./sheetKeys";
import type { CardTab, TabProps } from "./tabs";

/** The tabs of an open card; the chosen one stands in the address and is kept from card to card. */
export function SheetTabs(props: TabProps) {
  const { t, i18n } = useLingui();
  const { rights } = useBoard();
  const { tab, go } = usePlace();
  const shown = cardTabs.filter((one) => one.isShown?.(rights) ?? true);
  const open = shown.find((one) => one.id === tab) ?? cardTabs[0];
  const choose = (id: CardTab["id"]) => go({ tab: id === cardTabs[0].id ? null : id });
  // A chat is read as far as one has scrolled.
  useSeeing(props.card.id, !open.sees || open.sees === "chat" ? null : open.sees);
  useNumberKeys((place) => {
    const wanted = shown[place];
    if (wanted && wanted !== open) choose(wanted.id);
  });
  return (
    <Tabs
      label={t`Parts of the task`}
      className="sheet__tabs"
      panelClassName={open.isFilling ? "sheet__panel sheet__panel--filled" : "sheet__panel"}
      entries={shown.map((one) => ({
        id: one.id,
        label: i18n._(one.title),
        count: (
          <>
            {one.useFigure ? <Figure card={props.card} useFigure={one.useFigure} /> : null}
            {one.sees ? <TabMark cardId={props.card.id} tab={one.sees} /> : null}
          </>
        ),
      }))}
      value={open.id}
      onChange={choose}
    >
      <Suspense fallback={<Skeleton className="sheet__panel-skeleton" />}>
        <open.Content {...props} />
      </Suspense>
    </Tabs>
  );
}

function Figure({ card, useFigure }: { card: CardRow; useFigure: NonNullable<CardTab["useFigure"]> }) {
  const figure = useFigure(card);
  return figure === null ? null : (
    <bdi className="tabs__count" dir="ltr">
      {figure}
    </bdi>
  );
}

/** 1 to 5 choose a tab while nothing is being written. */
function useNumberKeys(choose: (place: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForTheSheet(event) || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      choose(Number(event.key) - 1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}
