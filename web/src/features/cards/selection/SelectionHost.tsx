import { Suspense } from "react";
import { late } from "../../../ui/late";
import { useBoard } from "../../boards/boardTools";
import { useSelectedIds } from "./selection";

const SelectionBar = late(() => import("./SelectionBar").then((module) => ({ default: module.SelectionBar })));

/** The bar is fetched with the first card that is selected. */
export function SelectionHost() {
  const { selection } = useBoard();
  const ids = useSelectedIds(selection);
  return <Suspense>{ids.length > 0 ? <SelectionBar ids={ids} /> : null}</Suspense>;
}
