import { z } from 'zod';
import { textUpTo } from './primitives';
import { topicSchema } from './wellbeing';

export const CONTACT_KINDS = ['conversation', 'silent', 'wrong_service', 'test', 'abusive'] as const;
export const OUTCOMES = ['calmer', 'same', 'worse', 'unknown'] as const;

/** Short coding after the conversation. The first topic is the main one. The note is sealed like a message. */
export const wrapUpSchema = z.strictObject({
  contactKind: z.enum(CONTACT_KINDS),
  topics: z.array(topicSchema).max(3),
  outcome: z.enum(OUTCOMES),
  note: textUpTo(500),
});
export type WrapUp = z.infer<typeof wrapUpSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type ContactKind = (typeof CONTACT_KINDS)[number];
export type Outcome = (typeof OUTCOMES)[number];
