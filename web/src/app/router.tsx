import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  stripSearchParams,
} from "@tanstack/react-router";
import { knownSession, refreshSession } from "../features/people/session";
import { PageHosts } from "../ui/Frame";
import { AppFrame } from "./AppFrame";
import { NewVersion } from "./NewVersion";
import { PageSync } from "./PageSync";
import { ErrorPage, NotFoundPage } from "./ProblemPages";

/** Search words that the pages understand; anything else in the address stays untouched and unread. */
const WORDS = ["next", "email", "invitation", "link", "tab", "settings", "panel", "plan", "card", "board"] as const;
type Search = { [word in (typeof WORDS)[number]]?: string };
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const readSearch = (raw: Record<string, unknown>): Search => ({
  ...raw,
  ...Object.fromEntries(WORDS.map((word) => [word, textOf(raw[word])])),
});

const root = createRootRoute({
  validateSearch: readSearch,
  search: { middlewares: [stripSearchParams({})] },
  component: () => (
    <>
      <Outlet />
      <PageHosts />
      <NewVersion />
    </>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

/** Pages without the frame. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../features/people/SignInPage"), "SignInPage"),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  component: lazyRouteComponent(() => import("../features/people/SignUpPage"), "SignUpPage"),
});
const checkMail = createRoute({
  getParentRoute: () => root,
  path: "/verify-email",
  component: lazyRouteComponent(() => import("../features/people/VerifyEmailPage"), "CheckMailPage"),
});
const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: "/verify-email/$key",
  component: lazyRouteComponent(() => import("../features/people/VerifyEmailPage"), "VerifyEmailPage"),
});
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: "/forgot-password",
  component: lazyRouteComponent(() => import("../features/people/PasswordPages"), "ForgotPasswordPage"),
});
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: "/reset-password/$key",
  component: lazyRouteComponent(() => import("../features/people/PasswordPages"), "ResetPasswordPage"),
});
const InvitationPage = lazyRouteComponent(() => import("../features/people/InvitationPage"), "InvitationPage");
/** With the engine, so that switching to another person here asks about unsent work as everywhere. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/i/$token",
  component: () => (
    <PageSync>
      <InvitationPage />
    </PageSync>
  ),
});

/** Pages with the frame: for who is signed in, and for readers of an open board, who come with its link. */
const framed = createRoute({
  getParentRoute: () => root,
  id: "framed",
  component: AppFrame,
  beforeLoad: async ({ location }) => {
    const search = location.search as Search;
    const session = await knownSession();
    if (session.state === "signed-in" || (search.link && location.pathname.startsWith("/b/"))) return;
    throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
  },
});
const home = createRoute({
  getParentRoute: () => framed,
  path: "/",
  component: lazyRouteComponent(() => import("../features/home/HomePage"), "HomePage"),
});
const settings = createRoute({
  getParentRoute: () => framed,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/people/SettingsPage"), "SettingsPage"),
});
const search = createRoute({
  getParentRoute: () => framed,
  path: "/search",
  component: lazyRouteComponent(() => import("../features/search/SearchPage"), "SearchPage"),
});
const views = createRoute({
  getParentRoute: () => framed,
  path: "/views/$name",
  component: lazyRouteComponent(() => import("../features/views/ViewsPage"), "ViewsPage"),
});
/** The card's address is below the board's, so opening a card leaves the board standing. */
const board = createRoute({
  getParentRoute: () => framed,
  path: "/b/$boardId",
  component: lazyRouteComponent(() => import("../features/boards/BoardPage"), "BoardPage"),
});
const card = createRoute({ getParentRoute: () => board, path: "/c/$cardId" });

const routeTree = root.addChildren([
  signIn,
  signUp,
  checkMail,
  verifyEmail,
  forgotPassword,
  resetPassword,
  invitation,
  framed.addChildren([home, settings, views, search, board.addChildren([card])]),
]);

export function makeRouter() {
  // Memory says who was here; the server may say otherwise a moment later.
  void refreshSession().catch(() => undefined);
  return createRouter({ routeTree, defaultPreload: "intent", defaultPendingMs: 300, scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
