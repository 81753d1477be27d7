import { makeQuestion } from "../../ui/question";

/** What home opens over its tiles: a new board (the account preselected, empty for the one used last; the template to begin with), or an import. */
export type HomeQuestion = { kind: "new"; accountId: string; template?: string } | { kind: "import" };

export const { ask: askHome, useQuestion: useHomeQuestion } = makeQuestion<HomeQuestion>();
