import type { Refusal } from '@warmline/contracts';
import type { ConsoleParts } from '../page/parts';
import { parseRefusal } from './parse-answer';

export type HttpAnswer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export interface HttpAsk<Value> {
  readonly path: string;
  readonly init?: RequestInit;
  readonly parse: (body: unknown) => Value;
}

/** Asks once. A server that cannot be reached, or answers what nobody can read, is `unavailable`. */
export const askHttp = async <Value>(
  parts: ConsoleParts,
  { path, init, parse }: HttpAsk<Value>,
): Promise<HttpAnswer<Value>> => {
  try {
    const response = await parts.fetch(path, { credentials: 'same-origin', ...init });
    const body: unknown = response.status === 204 ? {} : await response.json();
    return response.ok ? { ok: true, value: parse(body) } : { ok: false, refusal: parseRefusal(body) };
  } catch {
    return { ok: false, refusal: 'unavailable' };
  }
};
