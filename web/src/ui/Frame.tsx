import { Trans } from "@lingui/react/macro";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Announcer } from "./announce";
import { ConfirmHost } from "./confirm";
import "./Frame.css";
import { pageIsDrawn } from "./standing";
import { TooltipHost } from "./Tooltip";
import { ToastRegion } from "./toasts";

/**
 * The frame round every page: a bar of 48 px above, a bar below on phones, the notices. It stays while pages change, so nothing in it
 * jumps; a page fills its places with <FramePlace name="…">.
 *
 *   title     after the home button: the board's name, the view switch
 *   presence  who else is here
 *   tools     the page's buttons
 *   notice    a line under the bar: no connection, archived
 *   bottom    the page's buttons in the phone's bar
 */
export type PlaceName = "title" | "presence" | "tools" | "notice" | "bottom";

type Places = Partial<Record<PlaceName, HTMLElement>>;
const FrameContext = createContext<Places>({});

type FrameProps = {
  /** Home, open boards. */
  start: ReactNode;
  /** Bell, the person's own menu. */
  end: ReactNode;
  bottomStart: ReactNode;
  bottomEnd: ReactNode;
  children: ReactNode;
};

export function Frame({ start, end, bottomStart, bottomEnd, children }: FrameProps) {
  const [places, setPlaces] = useState<Places>({});
  const [put] = useState(() => {
    const cached = new Map<PlaceName, (element: HTMLElement | null) => void>();
    return (name: PlaceName) => {
      const known = cached.get(name);
      if (known) return known;
      const made = (element: HTMLElement | null) => setPlaces((old) => ({ ...old, [name]: element ?? undefined }));
      cached.set(name, made);
      return made;
    };
  });
  return (
    <FrameContext value={places}>
      <div className="frame">
        <a className="frame__skip" href="#main">
          <Trans>Skip to the content</Trans>
        </a>
        <header className="frame__bar">
          <div className="frame__start">{start}</div>
          <div className="frame__title" ref={put("title")} />
          <div className="frame__presence" ref={put("presence")} />
          <div className="frame__tools" ref={put("tools")} />
          <div className="frame__end">{end}</div>
        </header>
        <div className="frame__notice" ref={put("notice")} />
        <main className="frame__main" id="main" tabIndex={-1}>
          {children}
        </main>
        <nav className="frame__bottom">
          {bottomStart}
          <div className="frame__bottom-place" ref={put("bottom")} />
          {bottomEnd}
        </nav>
      </div>
    </FrameContext>
  );
}

/** What every page needs once, in the frame or out of it. */
export function PageHosts() {
  return (
    <>
      <ToastRegion />
      <ConfirmHost />
      <Announcer />
      <TooltipHost />
    </>
  );
}

export function FramePlace({ name, children }: { name: PlaceName; children: ReactNode }) {
  const place = useContext(FrameContext)[name];
  return place ? createPortal(children, place) : null;
}

/** The title in the browser's tab: the page's own name first. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Tafla` : "Tafla";
    // A page has its title when it has its content.
    if (title) pageIsDrawn();
  }, [title]);
}
