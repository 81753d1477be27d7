import { useSyncExternalStore } from "react";
import { ApiError, api } from "../../kits/apikit";
import { machineZone } from "../../kits/datekit";
import { preferredLanguage, setLanguage } from "../../ui/language";
import { setTheme, type Theme } from "../../ui/page";

/**
 * Who is signed in. The last answer is kept on the device, so a board opens at once and also without a network; the server is asked
 * again each time the page starts, and a 401 ends it.
 */
export type Person = {
  id: string;
  name: string;
  email: string;
  language: string;
  time_zone: string;
  theme: Theme;
  owns_account_id: string | null;
  photo: string | null;
};

export type Session = { state: "unknown" } | { state: "signed-out" } | { state: "signed-in"; person: Person };

const KEY = "tafla.person";
const AUTH = "/_allauth/browser/v1/auth";
const listeners = new Set<() => void>();
let session: Session = recall();
let asking: Promise<Session> | null = null;

/** Asked in turn before a sign-out: false keeps the person signed in (unsent work, S8). `stayed` hears that it came to nothing after that. */
export type LeaveGuard = { mayLeave: () => Promise<boolean>; stayed: () => void };
const guards = new Set<LeaveGuard>();

function recall(): Session {
  try {
    const stored = localStorage.getItem(KEY);
    return stored ? { state: "signed-in", person: JSON.parse(stored) as Person } : { state: "unknown" };
  } catch {
    return { state: "unknown" };
  }
}

function set(next: Session): Session {
  session = next;
  try {
    if (next.state === "signed-in") localStorage.setItem(KEY, JSON.stringify(next.person));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the session is asked for at each start.
  }
  for (const listener of listeners) listener();
  return next;
}

type PersonAnswer = Person | { person: Person };

const personOf = (answer: PersonAnswer): Person => ("person" in answer ? answer.person : answer);

async function ask(): Promise<Session> {
  try {
    const person = personOf(await api.get<PersonAnswer>("/api/v1/me"));
    if (person.theme) setTheme(person.theme);
    if (person.language && person.language !== preferredLanguage()) await setLanguage(person.language);
    return set({ state: "signed-in", person });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 403))
      return set({ state: "signed-out" });
    // No network or a restarting server: the remembered person stays.
    if (session.state === "signed-in") return session;
    throw error;
  }
}

export function refreshSession(): Promise<Session> {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

/** Answers at once from memory where it can, and asks the server behind it. */
export async function knownSession(): Promise<Session> {
  if (session.state === "unknown") return refreshSession();
  return session;
}

export function getSession(): Session {
  return session;
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

/** The signed-in person; only for pages behind the sign-in. */
export function usePerson(): Person {
  const now = useSession();
  if (now.state !== "signed-in") throw new Error("usePerson outside a signed-in page");
  return now.person;
}

export function usePersonIfAny(): Person | null {
  const now = useSession();
  return now.state === "signed-in" ? now.person : null;
}

export function beforeSignOut(guard: LeaveGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

async function mayLeave(): Promise<boolean> {
  for (const guard of guards) if (!(await guard.mayLeave())) return false;
  return true;
}

async function leave(endSession: () => Promise<unknown>): Promise<boolean> {
  if (!(await mayLeave())) return false;
  try {
    await endSession();
  } catch (error) {
    // 401: the session is over, which allauth also answers to a finished sign-out.
    if (!(error instanceof ApiError && error.status === 401)) {
      for (const guard of guards) guard.stayed();
      throw error;
    }
  }
  set({ state: "signed-out" });
  return true;
}

/** The answer of the sign-in server when a further step is asked for comes as 401; the steps stand in `flows`. */
type Flow = { id: string; is_pending?: boolean };

export type SignedInOrStep = "signed-in" | "verify_email" | "other_step";

function pendingStep(error: unknown): SignedInOrStep {
  if (!(error instanceof ApiError) || error.status !== 401) throw error;
  const flows = (error.body as { data?: { flows?: Flow[] } } | null)?.data?.flows ?? [];
  const pending = flows.find((flow) => flow.is_pending);
  if (!pending) throw error;
  return pending.id === "verify_email" ? "verify_email" : "other_step";
}

async function enter(request: () => Promise<unknown>): Promise<SignedInOrStep> {
  try {
    await request();
  } catch (error) {
    return pendingStep(error);
  }
  await refreshSession();
  return "signed-in";
}

export const signIn = (email: string, password: string) => enter(() => api.post(`${AUTH}/login`, { email, password }));

export const signUp = (fields: { email: string; password: string; name: string; invitation?: string }) =>
  enter(() => api.post(`${AUTH}/signup`, { ...fields, language: preferredLanguage(), time_zone: machineZone() }));

export async function verifyEmail(key: string): Promise<Session> {
  try {
    await api.post(`${AUTH}/email/verify`, { key });
  } catch (error) {
    // 401 here means: verified, but sign in yourself.
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  }
  return refreshSession();
}

export const requestPasswordReset = (email: string) => api.post(`${AUTH}/password/request`, { email });

export async function resetPassword(key: string, password: string): Promise<Session> {
  try {
    await api.post(`${AUTH}/password/reset`, { key, password });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  }
  return refreshSession();
}

/** True when the person is signed out now. */
export const signOut = () => leave(() => api.delete(`${AUTH}/session`));

export const signOutEverywhere = () => leave(() => api.delete("/api/v1/me/sessions"));

export async function savePerson(
  change: Partial<Pick<Person, "name" | "language" | "time_zone" | "theme">>,
): Promise<void> {
  set({ state: "signed-in", person: personOf(await api.patch<PersonAnswer>("/api/v1/me", change)) });
}

export const changePassword = (current_password: string, new_password: string) =>
  api.post("/_allauth/browser/v1/account/password/change", { current_password, new_password });
