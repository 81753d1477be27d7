import { Suspense } from "react";
import { usePresence } from "../../sync/hooks";
import { late } from "../../ui/late";
import { useBoard } from "../boards/boardTools";
import type { CompanyProps } from "./Company";

const Company = late(() => import("./Company").then((module) => ({ default: module.Company })));

/** Fetched when somebody else is on the board. */
export function CompanyHost(props: Omit<CompanyProps, "state">) {
  const { boardId, personId } = useBoard();
  const state = usePresence(boardId);
  const isAlone = state.people.every((one) => one.id === personId);
  return <Suspense>{isAlone ? null : <Company {...props} state={state} />}</Suspense>;
}
