import { createContext, useContext } from "react";

/** What the address says besides the board and its card: `?tab=chat&panel=team&settings=columns`. */
export type PlaceWords = {
  /** The open card's tab; none is Details. */
  tab: string | null;
  /** The tab of the board's settings; none when they are closed. */
  settings: string | null;
  /** The panel at the board's side. */
  panel: string | null;
  /** How the board is looked at by date; none is the workflow. */
  plan: string | null;
};

export type Place = PlaceWords & {
  /** Changes these words of the address and keeps the others; *back* undoes it unless `isReplacing`. The same function always. */
  go: (change: Partial<PlaceWords>, isReplacing?: boolean) => void;
};

/** Without a page round it there is no address, and nothing is opened. */
export const PlaceContext = createContext<Place>({
  tab: null,
  settings: null,
  panel: null,
  plan: null,
  go: () => undefined,
});

export const usePlace = (): Place => useContext(PlaceContext);
