import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Reply } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { Log } from './log';
import type { RefusalCounts } from './refusal-counts';

export const done = <Value>(value: Value): Reply<Value> => ({ ok: true, value });

export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});

/** Done, and there is nothing to tell. */
export const nothing: Reply<Record<string, never>> = done({});

/** Done, unless a use case refused. */
export const doneUnless = (refusal: Refusal | null): Reply<Record<string, never>> =>
  refusal === null ? nothing : refused(refusal);

/** The value, or `not_found` without one. */
export const found = <Value>(value: Value | null): Reply<Value> =>
  value === null ? refused('not_found') : done(value);

const REFUSAL_OF: Record<number, string> = { 404: 'not_found', 413: 'message_too_long', 400: 'malformed' };

const isOurs = (body: unknown): body is object =>
  typeof body === 'object' && body !== null && ('refusal' in body || 'postgres' in body);

/** The status of an error made by Express or its parsers, for example of a body that is not JSON. */
const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const isParsers = typeof error === 'object' && error !== null && 'expose' in error && 'status' in error;
  return isParsers && typeof error.status === 'number' ? error.status : 500;
};

/** A failed request answers with a named refusal and nothing else: no message, no stack trace. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly refusals: RefusalCounts,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(error);
    const body: unknown = error instanceof HttpException ? error.getResponse() : null;
    if (status >= 500 && !isOurs(body)) this.log.error({ err: error, what: 'http' }, 'a request failed');
    const answer = isOurs(body) ? body : { refusal: REFUSAL_OF[status] ?? 'unavailable' };
    this.refusals.countAnswer(answer);
    response.status(status).json(answer);
  }
}
