import type { Reply } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';

/**
 * What the page knows after asking. `unknown` is not a refusal: the server may have done it, so the same thing may be
 * asked again only under the same id.
 */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `offline`: never left this page. `timeout`, `disconnected`: left it, and nothing came back. */
  | { readonly kind: 'unknown'; readonly why: 'offline' | 'timeout' | 'disconnected' };

export const outcomeOf = <Value>(reply: Reply<Value>): Outcome<Value> =>
  reply.ok ? { kind: 'done', value: reply.value } : { kind: 'refused', refusal: reply.refusal };

/** Refusals that time heals: nothing was stored, and the same ask may be accepted later. */
export const isTemporary = (refusal: Refusal): boolean =>
  refusal === 'too_fast' || refusal === 'server_busy' || refusal === 'unavailable';
