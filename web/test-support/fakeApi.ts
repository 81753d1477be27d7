/*
 * A server of a few lines for looking at the pages while developing: `TAFLA_FAKE_API=1 npm run dev`, or `… npx vite preview` for the built
 * client under its content security policy. State lives in memory; `?` words in the cookie `fake` choose it: `out`, `empty`.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { people, sampleHome } from "./sampleHome.ts";
import { sampleTemplates } from "./sampleTemplates.ts";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types tafla",
].join("; ");

type Answer = [status: number, body: unknown];
type Handler = (body: Record<string, unknown>, request: IncomingMessage) => Answer;

let home = sampleHome();
const me = {
  ...people[0],
  email: "ana@example.org",
  language: "en",
  time_zone: "Europe/Berlin",
  theme: "system",
  owns_account_id: "a1",
  photo: null,
};

const isOut = (request: IncomingMessage) => /fake=out/.test(request.headers.cookie ?? "");
const isEmpty = (request: IncomingMessage) => /fake=empty/.test(request.headers.cookie ?? "");
const wrong = (code: string, param?: string): Answer => [
  400,
  { status: 400, errors: [{ code, param, message: code }] },
];

const handlers: Record<string, Handler> = {
  "GET /api/v1/me": (_body, request) => (isOut(request) ? [401, { code: "signed_out", args: {} }] : [200, me]),
  "PATCH /api/v1/me": (body) => [200, Object.assign(me, body)],
  "GET /api/v1/home": (_body, request) => [
    200,
    isEmpty(request) ? { accounts: home.accounts.slice(0, 1), boards: [] } : home,
  ],
  "GET /api/v1/templates": () => [200, sampleTemplates],
  "POST /_allauth/browser/v1/auth/login": (body) =>
    body.password === "right" ? [200, { status: 200 }] : wrong("email_password_mismatch", "password"),
  "POST /_allauth/browser/v1/auth/signup": (body) =>
    String(body.password).length < 10
      ? wrong("password_too_short", "password")
      : [401, { status: 401, data: { flows: [{ id: "verify_email", is_pending: true }] } }],
  "POST /_allauth/browser/v1/auth/email/verify": () => wrong("invalid", "key"),
  "POST /_allauth/browser/v1/auth/password/request": () => [200, { status: 200 }],
  "DELETE /_allauth/browser/v1/auth/session": () => [401, { status: 401, data: { flows: [] } }],
  "GET /_allauth/browser/v1/auth/sessions": () => [200, { data: [{ id: 1, is_current: true }] }],
  "POST /live/command": (body) => {
    const args = body.args as Record<string, unknown>;
    if (body.verb === "pref.set_favourite") {
      home = {
        ...home,
        boards: home.boards.map((one) =>
          one.id === args.board_id ? { ...one, favourite: Boolean(args.favourite) } : one,
        ),
      };
    }
    return [200, { t: "ans", id: body.id, n: 0, s: "done", wrote: [] }];
  },
};

async function answer(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (!/^\/(api|_allauth|live)\//.test(path)) return next();
  let text = "";
  for await (const part of request) text += part;
  const handler = handlers[`${request.method} ${path}`];
  const [status, body] = handler
    ? handler(text ? JSON.parse(text) : {}, request)
    : [404, { code: "not_found", args: {} }];
  response.writeHead(status, { "Content-Type": "application/json", "Set-Cookie": "csrftoken=fake; Path=/" });
  response.end(JSON.stringify(body));
}

export function fakeApi(): Plugin {
  return {
    name: "tafla:fake-api",
    configureServer(server) {
      server.middlewares.use((request, response, next) => void answer(request, response, next));
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        response.setHeader("Content-Security-Policy", POLICY);
        void answer(request, response, next);
      });
    },
  };
}
