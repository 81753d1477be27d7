import { createContext, useContext } from "react";
import type { MessageRow } from "../../contracts/rows";

/** What every message of one open talk shares. */
export type TalkTools = {
  /** Nothing is said or changed here now. */
  isClosed: boolean;
  /** The message whose words are being changed. */
  editing: string | null;
  setEditing: (id: string | null) => void;
  reply: (message: MessageRow) => void;
};

export const TalkContext = createContext<TalkTools>({
  isClosed: true,
  editing: null,
  setEditing: () => undefined,
  reply: () => undefined,
});

export const useTalkTools = (): TalkTools => useContext(TalkContext);
