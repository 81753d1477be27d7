/** The board screen without a server: `?cards=10000&columns=20&card=card-3&zoom=lines&state=offline&dir=rtl&lang=pseudo`. */
import "../../src/ui/base.css";
import "@fontsource-variable/inter";
import "../../src/app/app.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { I18nProvider as AriaI18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { BoardScreen } from "../../src/features/boards/BoardScreen";
import { Avatar } from "../../src/ui/Avatar";
import { IconButton } from "../../src/ui/Button";
import { useCommandKeys } from "../../src/ui/commands";
import { Frame, PageHosts } from "../../src/ui/Frame";
import { Logo } from "../../src/ui/Logo";
import { preferredLanguage, setLanguage, useLocale } from "../../src/ui/language";
import { world } from "../fakeSync";
import { fillWorld } from "./sampleBoard";

const asked = new URLSearchParams(location.search);
const boardId = fillWorld({ cards: Number(asked.get("cards") ?? 0), columns: Number(asked.get("columns") ?? 0) });
if (asked.get("zoom")) world.patch("board_prefs", `ana.${boardId}`, { zoom: asked.get("zoom") });
if (asked.get("state") === "offline") world.connection = { state: "offline", pending: 3 };
if (asked.get("hidden")) world.patch("board_prefs", `ana.${boardId}`, { hidden_column_ids: [asked.get("hidden")] });
if (asked.get("empty")) world.table("boards").clear();
Object.assign(window, { world });

const ana = { id: "ana", name: "Ana Souza", time_zone: "Europe/Berlin" };

function Page() {
  const [cardId, setCardId] = useState(asked.get("card"));
  useCommandKeys();
  return (
    <>
      <Frame
        start={
          <a href="/" className="frame__logo" aria-label="Home">
            <Logo />
          </a>
        }
        end={
          <>
            <IconButton icon="bell" label="Notices" />
            <Avatar person={ana} size={28} />
          </>
        }
        bottomStart={null}
        bottomEnd={null}
      >
        <BoardScreen boardId={boardId} cardId={cardId} person={ana} onOpenCard={setCardId} />
      </Frame>
      <PageHosts />
    </>
  );
}

function App() {
  const locale = useLocale();
  return (
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={locale}>
        <RouterProvider router={router} />
      </AriaI18nProvider>
    </I18nProvider>
  );
}

const router = createRouter({
  routeTree: createRootRoute({ component: Page }),
  history: createMemoryHistory(),
}) as never;

await setLanguage(preferredLanguage());
createRoot(document.getElementById("root") as HTMLElement).render(<App />);
