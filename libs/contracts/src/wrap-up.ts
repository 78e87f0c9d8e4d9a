import { z } from 'zod';

export const CONTACT_KINDS = ['conversation', 'silent', 'wrong_service', 'test', 'abusive'] as const;
export const TOPICS = [
  'feelings_and_mental_health',
  'suicide',
  'self_harm',
  'loneliness',
  'relationships_and_family',
  'bereavement',
  'abuse_or_violence',
  'sexual_violence',
  'identity_and_discrimination',
  'school_work_study',
  'money_and_housing',
  'physical_health_and_disability',
  'alcohol_drugs_other_habits',
  'worried_about_someone_else',
] as const;
export const OUTCOMES = ['calmer', 'same', 'worse', 'unknown'] as const;

/** Short coding after the conversation. The first topic is the main one. The note is sealed like a message. */
export const wrapUpSchema = z.strictObject({
  contactKind: z.enum(CONTACT_KINDS),
  topics: z.array(z.enum(TOPICS)).max(3),
  outcome: z.enum(OUTCOMES),
  note: z.string().max(500),
});
export type WrapUp = z.infer<typeof wrapUpSchema>;
export type Topic = (typeof TOPICS)[number];
export type ContactKind = (typeof CONTACT_KINDS)[number];
export type Outcome = (typeof OUTCOMES)[number];
