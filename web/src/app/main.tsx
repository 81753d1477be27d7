/*
 * Start-up of the client: language and theme first (nothing is drawn in the wrong one), then the router. Pages come as chunks of their
 * own. Neighbours: router.tsx (addresses), AppFrame.tsx (the bar around every page), ui/page.ts (the owner of <html>).
 */
import "../ui/base.css";

import "@fontsource-variable/inter";
import "./app.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider as AriaI18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { preferredLanguage, setLanguage, useLocale } from "../ui/language";
import { fetchOverlaysWhenIdle } from "../ui/overlays";
import { tellMissingParts } from "./missingParts";
import { lookWhetherOutdated, startWorker } from "./NewVersion";
import { makeRouter } from "./router";
import "../kits/trustedTypes";

const router = makeRouter();

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

async function start(): Promise<void> {
  await setLanguage(preferredLanguage());
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  tellMissingParts(lookWhetherOutdated);
  fetchOverlaysWhenIdle();
  // Without a service worker all works but opening the page offline.
  startWorker().catch(() => undefined);
}

void start();
