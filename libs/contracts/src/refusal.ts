import { z } from 'zod';
import { REFUSALS, type Refusal } from '@warmline/vocabulary';

export const refusalSchema = z.enum(REFUSALS);

/** The answer to every command. */
export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };
