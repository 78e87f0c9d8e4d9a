import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { z } from 'zod';
import {
  contentSchema,
  holdsSchema,
  launcherSchema,
  newComplaintSchema,
  newOnCallContactSchema,
  newRetentionRequestSchema,
  newWallLinkSchema,
  onCallAddedSchema,
  onCallViewSchema,
  reportSchema,
  retentionAnswerSchema,
  serviceSchema,
  setupAnswerSchema,
  setupFileSchema,
  setupFormatSchema,
  setupListSchema,
  setupRowsSchema,
  setupUndoSchema,
  wallLinkMadeSchema,
  wallLinksSchema,
  wallSchema,
} from '@warmline/contracts';
import type { Permission } from '@warmline/identity';
import { permissionOf } from '../../src/session/permission-guard';
import { ACCESS_ROUTES } from './access-routes';
import { ACCOUNT_ROUTES } from './account-routes';
import { CHARITY_ROUTES } from './charity-routes';
import { HISTORY_ROUTES } from './history-routes';
import { INVITE_ROUTES } from './invite-routes';
import { LEAVING_ROUTES } from './leaving-routes';
import { ROTA_ROUTES } from './rota-routes';
import { largeBody, setup, staff, withProof, type RouteDocument } from './route-document';
import { SESSION_ROUTES } from './session-routes';
import { SINGLE_SIGN_ON_ROUTES } from './single-sign-on-routes';

const anyText = z.string();
const healthSchema = z.strictObject({ status: z.literal('ok') });
const readinessSchema = z.strictObject({
  status: z.enum(['ok', 'degraded', 'unavailable', 'stopping']),
  postgres: z.enum(['ok', 'unreachable']),
  redis: z.enum(['ok', 'unreachable']),
  index: z.enum(['whole', 'rebuilding', 'unreachable']),
  keyring: z.enum(['ok', 'file_missing', 'main_key_away']),
});

export const ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /healthz': { summary: 'Whether the process runs.', answer: healthSchema, status: 200, refusals: {} },
  'GET /readyz': {
    summary:
      'Whether people should be sent here. Answers 503 without Postgres or the file of a key in use and while stopping, and 404 through a proxy.',
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
  'GET /api/launcher': {
    summary: 'What the button on a charity’s own site says, and how a site loads it. Any cache may keep it.',
    answer: launcherSchema,
    status: 200,
    refusals: {},
  },
  'GET /api/content': {
    summary: 'Starters, resources and topic labels for a console.',
    answer: contentSchema,
    status: 200,
    refusals: staff,
  },
  'POST /v/complaint': {
    summary: 'Tells the service something about itself, without a name. The same id again changes nothing.',
    body: newComplaintSchema,
    status: 204,
    refusals: {
      400: ['malformed', 'control_character'],
      413: ['message_too_long'],
      429: ['too_fast'],
      503: ['server_busy', 'unavailable'],
    },
  },
  ...SESSION_ROUTES,
  ...ACCESS_ROUTES,
  ...ACCOUNT_ROUTES,
  ...CHARITY_ROUTES,
  ...HISTORY_ROUTES,
  ...INVITE_ROUTES,
  ...LEAVING_ROUTES,
  ...SINGLE_SIGN_ON_ROUTES,
  ...ROTA_ROUTES,
  'POST /v/exit': {
    summary:
      'Quick exit of a visitor; the token is the bearer token. Always the same answer, whatever the token is.',
    status: 204,
    refusals: {},
  },
  'GET /api/wall': {
    summary: 'Figures for a screen on a wall; the secret of its link is the bearer token.',
    answer: wallSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/wall-links': {
    summary: 'Links to the wall page that were not revoked, without their secrets.',
    answer: wallLinksSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/wall-links': {
    summary: 'Make a link to the wall page. Its secret is answered this once.',
    body: newWallLinkSchema,
    answer: wallLinkMadeSchema,
    status: 200,
    refusals: { ...staff, ...withProof, 400: ['malformed', 'control_character'] },
  },
  'DELETE /api/wall-links/:link': {
    summary: 'Revoke a link to the wall page. Twice is once.',
    answer: wallLinksSchema,
    status: 200,
    refusals: setup,
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
  'GET /api/holds': {
    summary: 'Conversations that are held, and requests that wait for a second person.',
    answer: holdsSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/holds': {
    summary:
      'Ask to hold one conversation, to end its hold, or to erase it before its time. A second person answers.',
    body: newRetentionRequestSchema,
    answer: holdsSchema,
    status: 200,
    refusals: {
      ...staff,
      ...withProof,
      400: ['malformed', 'control_character'],
      404: ['not_found'],
      409: ['retention_changed', 'on_hold', 'not_ended', 'not_dealt_with'],
    },
  },
  'POST /api/holds/:request/answer': {
    summary: 'Agree to a request as the second person, or decline it. Who asked withdraws it.',
    body: retentionAnswerSchema,
    answer: holdsSchema,
    status: 200,
    refusals: {
      ...staff,
      ...withProof,
      400: ['malformed', 'control_character'],
      404: ['not_found'],
      409: ['not_yourself', 'retention_changed', 'not_dealt_with'],
    },
  },
  'POST /api/holds/:conversation/review': {
    summary: 'Say that a hold is still needed. It is looked at again after 90 days.',
    answer: holdsSchema,
    status: 200,
    refusals: { ...staff, ...withProof, 404: ['not_found'] },
  },
  'GET /api/audit/export': {
    summary: 'The audit log as a file of JSON lines, for `npm run audit:verify`. One at a time.',
    answer: anyText,
    status: 200,
    refusals: { ...staff, ...withProof, 503: ['server_busy'] },
  },
  'GET /api/setup/:list': { summary: 'One list.', answer: setupListSchema, status: 200, refusals: setup },
  'POST /api/setup/:list': {
    summary:
      'Save one list whole, or check it only. A changed role or account, or how long chats are kept, asks for a fresh proof.',
    body: setupRowsSchema,
    answer: setupAnswerSchema,
    status: 200,
    refusals: { ...setup, ...withProof, ...largeBody },
  },
  'GET /api/setup/:list/file': {
    summary:
      'One list as a CSV or JSON file, or only whether it may be exported. People ask for a fresh proof.',
    query: { format: setupFormatSchema, checkOnly: z.literal('1').optional() },
    answer: anyText,
    status: 200,
    refusals: { ...setup, ...withProof, 400: ['malformed'] },
  },
  'POST /api/setup/:list/file': {
    summary: 'Import one list from a file, or check it only.',
    body: setupFileSchema,
    answer: setupAnswerSchema,
    status: 200,
    refusals: { ...setup, ...withProof, ...largeBody },
  },
  'POST /api/setup/:list/undo': {
    summary: 'Take back the last save of a list, for ten minutes.',
    body: setupUndoSchema,
    answer: setupAnswerSchema,
    status: 200,
    refusals: { ...setup, ...withProof, 400: ['malformed', 'control_character'] },
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
