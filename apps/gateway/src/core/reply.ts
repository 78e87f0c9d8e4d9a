import type { Refusal, Reply } from '@warmline/contracts';

export const done = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
export const nothing: Reply<Record<string, never>> = done({});
