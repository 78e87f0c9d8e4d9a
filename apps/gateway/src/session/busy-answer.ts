import { HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { Busy } from './hash-queue';

/** Aborted when the browser does not wait for the answer any more. */
export const goneSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
};

/** Says when to try again where too many wait for a hash; any other error goes on. */
export const refuseBusy = (error: unknown, response: Response): never => {
  if (!(error instanceof Busy)) throw error;
  response.setHeader('Retry-After', String(error.retryAfter));
  throw new HttpException({ refusal: 'busy' }, 503);
};
