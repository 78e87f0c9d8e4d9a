import { z } from 'zod';
import {
  isBlank,
  ON_CALL_ADDRESS_MOST,
  ON_CALL_KINDS,
  ON_CALL_LABEL_MOST,
  ON_CALL_RESULTS,
} from '@warmline/vocabulary';
import { idSchema, timeSchema } from './primitives';

export const onCallKindSchema = z.enum(ON_CALL_KINDS);

/** A contact as an administrator sees it. The whole address and the secret never leave the server. */
export const onCallContactSchema = z.strictObject({
  id: idSchema,
  kind: onCallKindSchema,
  label: z.string(),
  /** Enough to tell it apart: the host of a webhook, `d…@example.org`. Null when it cannot be opened any more. */
  address: z.string().nullable(),
  /** A message is on its way, or is tried again. */
  isSending: z.boolean(),
  /** What came of the last try, and when; null before the first. */
  last: z.strictObject({ result: z.enum(ON_CALL_RESULTS), at: timeSchema }).nullable(),
  /** Messages of the last 30 days. */
  sent: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
});
export type OnCallContact = z.infer<typeof onCallContactSchema>;

/** `GET /api/on-call`, and the answer to every change. */
export const onCallViewSchema = z.strictObject({
  contacts: z.array(onCallContactSchema),
  /** Whether this deployment has a mail server. */
  canMail: z.boolean(),
});
export type OnCallView = z.infer<typeof onCallViewSchema>;

/** `POST /api/on-call` */
export const newOnCallContactSchema = z.strictObject({
  kind: onCallKindSchema,
  label: z
    .string()
    .trim()
    .max(ON_CALL_LABEL_MOST)
    .refine((label) => !isBlank(label)),
  /** `https://…`, or an e-mail address. */
  address: z.string().trim().min(1).max(ON_CALL_ADDRESS_MOST),
});
export type NewOnCallContact = z.infer<typeof newOnCallContactSchema>;

/**
 * `problem`: the address cannot be used, and nothing was saved. `secret`: signs the messages of a webhook. It is shown this
 * once; null for e-mail.
 */
export const onCallAddedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('added'), secret: z.string().nullable(), view: onCallViewSchema }),
  z.strictObject({
    outcome: z.literal('problem'),
    problem: z.enum(['not_https', 'not_an_address', 'private_network', 'too_many']),
  }),
]);
export type OnCallAdded = z.infer<typeof onCallAddedSchema>;
