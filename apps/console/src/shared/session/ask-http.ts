import { type Refusal, SHOWN_STAFF_HEADER } from '@warmline/vocabulary';
import type { ConsoleParts } from '../page/parts';
import { parseRefusal } from './parse-answer';
import { noticeLoss, shownStaffId } from './session-state';

export type HttpAnswer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export interface HttpAsk<Value> {
  readonly path: string;
  readonly init?: RequestInit;
  readonly parse: (body: unknown) => Value;
}

const headersOf = (init: RequestInit | undefined): Headers => {
  const headers = new Headers(init?.headers);
  const staffId = shownStaffId();
  if (staffId !== null) headers.set(SHOWN_STAFF_HEADER, staffId);
  return headers;
};

/** Asks once. A server that cannot be reached, or answers what nobody can read, is `unavailable`. */
export const askHttp = async <Value>(
  parts: ConsoleParts,
  { path, init, parse }: HttpAsk<Value>,
): Promise<HttpAnswer<Value>> => {
  try {
    const response = await parts.fetch(path, {
      credentials: 'same-origin',
      ...init,
      headers: headersOf(init),
    });
    const body: unknown = response.status === 204 ? {} : await response.json();
    if (response.ok) return { ok: true, value: parse(body) };
    const refusal = parseRefusal(body);
    noticeLoss(refusal);
    return { ok: false, refusal };
  } catch {
    return { ok: false, refusal: 'unavailable' };
  }
};
