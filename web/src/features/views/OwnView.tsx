import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useRow, useScope } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { late } from "../../ui/late";
import { Menu } from "../../ui/Menu";
import { useOwnViewActs } from "./useOwnViewActs";
import type { Reader } from "./useReader";
import { AnyView } from "./ViewScreen";

const OwnViewDialog = late(() => import("./OwnViewDialog").then((module) => ({ default: module.OwnViewDialog })));

type OwnViewProps = { filterId: string; reader: Reader; marked: ReadonlySet<string> };

/** A view of one's own: a saved filter over all boards. */
export function OwnView({ filterId, reader, marked }: OwnViewProps) {
  const { t } = useLingui();
  const scope = useScope(`person:${reader.me}`);
  const filter = useRow("saved_filters", filterId);
  const [isChanging, setChanging] = useState(false);
  const { remove } = useOwnViewActs();
  if (!filter) return scope.state === "ready" ? <Missing /> : null;
  const entries = [
    { id: "change", label: t`Change name and filter…`, icon: "pencil" as const, run: () => setChanging(true) },
    { id: "remove", label: t`Remove this view`, icon: "trash" as const, isDanger: true, run: () => remove(filter) },
  ];
  const ways = (
    <Menu label={t`This view`} groups={[{ id: "view", entries }]}>
      <IconButton icon="dots" label={t`This view`} />
    </Menu>
  );
  const empty = (
    <EmptyState icon="filter" title={t`No task fits this view`}>
      {t`Tasks of all your boards appear here as soon as the filter fits them.`}
    </EmptyState>
  );
  return (
    <>
      <AnyView name="own" filterId={filterId} title={filter.name} {...{ reader, marked, empty, ways }} />
      <Suspense>{isChanging ? <OwnViewDialog view={filter} onClose={() => setChanging(false)} /> : null}</Suspense>
    </>
  );
}

function Missing() {
  const { t } = useLingui();
  const action = (
    <Link className="button button--primary button--medium" to="/views/$name" params={{ name: "assigned" }}>
      {t`What’s assigned to me`}
    </Link>
  );
  return (
    <EmptyState icon="filter" title={t`This view does not exist`} action={action}>
      {t`It was removed, or it is somebody else’s: own views are seen by their owner only.`}
    </EmptyState>
  );
}
