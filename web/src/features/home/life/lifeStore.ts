import { makeQuestion } from "../../../ui/question";
import type { HomeBoard } from "../homeData";

/** What the life of a board needs to know of it; a tile and an open board both can tell. */
export type LifeBoard = Pick<HomeBoard, "id" | "account_id" | "name" | "state" | "role" | "favourite">;
export type LifeQuestion = { kind: "rename" | "copy" | "transfer" | "template"; board: LifeBoard };

/** A dialog about a board; the frame shows it on whatever page it was asked for. */
export const { ask: askLife, useQuestion: useLifeQuestion } = makeQuestion<LifeQuestion>();
