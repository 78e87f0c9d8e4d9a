import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { z } from 'zod';
import {
  accountSchema,
  contentSchema,
  deviceNameSchema,
  namesSchema,
  newOnCallContactSchema,
  onCallAddedSchema,
  onCallViewSchema,
  passwordChangeSchema,
  reportSchema,
  serviceSchema,
  sessionSchema,
  setupAnswerSchema,
  setupFileSchema,
  setupFormatSchema,
  setupRowsSchema,
  setupListSchema,
  setUpSchema,
  signInSchema,
} from '@warmline/contracts';
import type { Permission } from '@warmline/identity';
import type { Refusal } from '@warmline/vocabulary';
import { permissionOf } from '../../src/session/permission-guard';

/** What a route is for, beside what its controller says. */
export interface RouteDocument {
  readonly summary: string;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly body?: z.ZodType;
  /** Absent where the answer has no body. */
  readonly answer?: z.ZodType;
  readonly status: 200 | 204;
  readonly refusals: Readonly<
    Partial<Record<400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 503, readonly Refusal[]>>
  >;
}

const staff = { 401: ['not_signed_in', 'session_changed'], 403: ['not_allowed'] } as const;
const setup = { ...staff, 404: ['not_found'] } as const;
const largeBody = {
  400: ['malformed', 'control_character'],
  413: ['message_too_long'],
  503: ['server_busy'],
} as const;
const ofForm = { 400: ['malformed', 'control_character'] } as const;
const anyText = z.string();
const healthSchema = z.strictObject({ status: z.literal('ok') });
const readinessSchema = z.strictObject({
  status: z.enum(['ok', 'degraded', 'unavailable', 'stopping']),
  postgres: z.enum(['ok', 'unreachable']),
  redis: z.enum(['ok', 'unreachable']),
  index: z.enum(['whole', 'rebuilding', 'unreachable']),
});

export const ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /healthz': { summary: 'Whether the process runs.', answer: healthSchema, status: 200, refusals: {} },
  'GET /readyz': {
    summary:
      'Whether people should be sent here. Answers 503 without Postgres and while stopping, and 404 through a proxy.',
    answer: readinessSchema,
    status: 200,
    refusals: { 404: ['not_found'] },
  },
  'GET /api/service': {
    summary: 'What anyone may know before starting a chat. `arriving` counts a visitor who is not taken.',
    query: { arriving: anyText.optional() },
    answer: serviceSchema,
    status: 200,
    refusals: {},
  },
  'GET /api/content': {
    summary: 'Starters, resources and topic labels for a console.',
    answer: contentSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/session': { summary: 'Who is signed in.', answer: sessionSchema, status: 200, refusals: staff },
  'POST /api/session': {
    summary: 'Sign in. A wrong name and a wrong password get the same answer in the same time.',
    body: signInSchema,
    answer: sessionSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character'],
      401: ['wrong_sign_in'],
      403: ['not_allowed'],
      503: ['busy'],
    },
  },
  'POST /api/session/setup': {
    summary:
      'The first administrator makes an account with the set-up link, and is signed in. A used, expired and unknown link get the same answer.',
    body: setUpSchema,
    answer: sessionSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character', 'password_too_short', 'password_too_common'],
      403: ['not_allowed'],
      409: ['name_taken'],
      410: ['link_over'],
      503: ['busy'],
    },
  },
  'DELETE /api/session': {
    summary: 'Sign out, everywhere this session is used.',
    status: 204,
    refusals: staff,
  },
  'GET /api/account': {
    summary: 'What someone may know and change of their own account.',
    answer: accountSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/account/names': {
    summary: 'Change the own name, and the name visitors see.',
    body: namesSchema,
    answer: accountSchema,
    status: 200,
    refusals: { ...staff, ...ofForm },
  },
  'POST /api/account/device': {
    summary: 'Say what the device of this session is called.',
    body: deviceNameSchema,
    answer: accountSchema,
    status: 200,
    refusals: { ...staff, ...ofForm },
  },
  'POST /api/account/password': {
    summary: 'Change the password. All other sessions of the person end.',
    body: passwordChangeSchema,
    answer: accountSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character', 'password_too_short', 'password_too_common'],
      401: ['not_signed_in', 'session_changed', 'wrong_sign_in'],
      403: ['not_allowed'],
      503: ['busy'],
    },
  },
  'DELETE /api/account/sessions': {
    summary: 'End all own sessions but this one.',
    answer: accountSchema,
    status: 200,
    refusals: staff,
  },
  'DELETE /api/account/sessions/:session': {
    summary: 'End another own session. Twice is once.',
    answer: accountSchema,
    status: 200,
    refusals: setup,
  },
  'POST /v/exit': {
    summary:
      'Quick exit of a visitor; the token is the bearer token. Always the same answer, whatever the token is.',
    status: 204,
    refusals: {},
  },
  'GET /api/report': {
    summary:
      'Figures of a range of days: so many days up to today, or from one day until another, at most 92 days.',
    query: {
      days: z.enum(['1', '7', '28']).optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
    },
    answer: reportSchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed'] },
  },
  'GET /api/on-call': {
    summary: 'The on-call contacts, without their addresses.',
    answer: onCallViewSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/on-call': {
    summary: 'Add an on-call contact. The secret of a webhook is answered this once.',
    body: newOnCallContactSchema,
    answer: onCallAddedSchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed', 'control_character'] },
  },
  'DELETE /api/on-call/:contact': {
    summary: 'Remove an on-call contact. Twice is once.',
    answer: onCallViewSchema,
    status: 200,
    refusals: setup,
  },
  'POST /api/on-call/:contact/test': {
    summary: 'Send a test to an on-call contact.',
    answer: onCallViewSchema,
    status: 200,
    refusals: { ...setup, 429: ['too_fast'] },
  },
  'GET /api/setup/:list': { summary: 'One list.', answer: setupListSchema, status: 200, refusals: setup },
  'POST /api/setup/:list': {
    summary: 'Save one list whole, or check it only.',
    body: setupRowsSchema,
    answer: setupAnswerSchema,
    status: 200,
    refusals: { ...setup, ...largeBody },
  },
  'GET /api/setup/:list/file': {
    summary: 'One list as a CSV or JSON file.',
    query: { format: setupFormatSchema },
    answer: anyText,
    status: 200,
    refusals: { ...setup, 400: ['malformed'] },
  },
  'POST /api/setup/:list/file': {
    summary: 'Import one list from a file, or check it only.',
    body: setupFileSchema,
    answer: setupAnswerSchema,
    status: 200,
    refusals: { ...setup, ...largeBody },
  },
};

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly permission: Permission | undefined;
}

const routesOfController = (type: Type): Route[] => {
  const reflector = new Reflector();
  const root = String(Reflect.getMetadata('path', type));
  const { constructor: _class, ...members } = Object.getOwnPropertyDescriptors(type.prototype as object);
  const handlers = Object.values(members).flatMap(({ value }) =>
    typeof value === 'function' && Reflect.hasMetadata('path', value) ? [value as () => unknown] : [],
  );
  return handlers.map((handler) => {
    const path = `/${root}/${String(Reflect.getMetadata('path', handler))}`.replaceAll(/\/+/g, '/');
    return {
      method: RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? '',
      path: path.length > 1 ? path.replace(/\/$/, '') : path,
      permission: permissionOf(reflector, handler),
    };
  });
};

const isModule = (entry: unknown): entry is Type => typeof entry === 'function';
const isDynamic = (entry: unknown): entry is DynamicModule =>
  typeof entry === 'object' && entry !== null && 'module' in entry;

/** Every route of the controllers of a module and of all modules it imports. */
export const routesOfModule = (module: Type, seen = new Set<unknown>()): Route[] => {
  if (seen.has(module)) return [];
  seen.add(module);
  const read = (key: string): unknown[] => (Reflect.getMetadata(key, module) as unknown[] | undefined) ?? [];
  const imported = read('imports').map((entry) => (isDynamic(entry) ? entry.module : entry));
  return [
    ...read('controllers').filter(isModule).flatMap(routesOfController),
    ...imported.filter(isModule).flatMap((one) => routesOfModule(one, seen)),
  ];
};
