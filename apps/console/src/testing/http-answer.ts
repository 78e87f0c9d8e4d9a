import type { HttpReply } from '../shared/page/parts';

/** An answer over HTTP, as `fetch` gives it. */
export const httpAnswer = (status: number, body: unknown): HttpReply => ({
  ok: status < 400,
  status,
  json: () => Promise.resolve(body),
});
