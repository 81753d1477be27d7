/** The addresses the client's one page answers; the same list as the server's (`SHELL` in tafla/doors/pages.py). */
const ROUTES =
  /^\/(?:(?:sign-in|sign-up|forgot-password|settings|search|verify-email)?|(?:verify-email|reset-password|views|i|b|l)(?:\/[^/]+)+|settings\/[a-z-]+)$/;

export function isAppAddress(path: string): boolean {
  return ROUTES.test(path);
}
