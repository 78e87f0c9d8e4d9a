import type { z } from 'zod';
import type { Refusal } from '@warmline/vocabulary';

/** What a route is for, beside what its controller says. */
export interface RouteDocument {
  readonly summary: string;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly body?: z.ZodType;
  /** Absent where the answer has no body. */
  readonly answer?: z.ZodType;
  readonly status: 200 | 204 | 303;
  readonly refusals: Readonly<
    Partial<Record<400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 503, readonly Refusal[]>>
  >;
}

export const staff = { 401: ['not_signed_in', 'session_changed'], 403: ['not_allowed'] } as const;
/** Where a proof older than five minutes is refused. */
export const withProof = { 403: ['not_allowed', 'proof_old'] } as const;
export const setup = { ...staff, 404: ['not_found'] } as const;
export const ofForm = { 400: ['malformed', 'control_character'] } as const;

/** Of a route that takes a body of up to 4 MB. */
export const largeBody = {
  400: ['malformed', 'control_character'],
  413: ['message_too_long'],
  503: ['server_busy'],
} as const;
