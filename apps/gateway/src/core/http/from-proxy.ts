import type { IncomingMessage } from 'node:http';

const OF_PROXIES = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'via',
  'x-real-ip',
];

/** Whether a proxy passed this request on, so that it may come from anywhere. */
export const isFromProxy = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  OF_PROXIES.some((name) => headers[name] !== undefined);
