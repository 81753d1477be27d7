import { makeQuestion } from "../../ui/question";

/** A dialog about a column that an entry of its menu opens. */
export type ColumnQuestion = { columnId: string; kind: "rename" | "sort" | "limit" | "delete" | "add" };

export const { ask: askColumn, useQuestion: useColumnQuestion } = makeQuestion<ColumnQuestion>();
