import { z } from 'zod';
import { PRACTICE_LOOKS, PRACTICE_SCENARIOS, PRACTICE_SKIP_MAX, SAFETY_TEXT_MAX } from '@warmline/vocabulary';
import { noteSchema } from './beside';
import { caseloadItemSchema } from './caseload';
import { responderEndReasonSchema } from './ending';
import { urgencySchema } from './help';
import { bodySchema, idSchema, nothingSchema, textUpTo, timeSchema } from './primitives';
import { safetyAnswerSchema } from './safety';
import { safetyEntrySchema, safetyRecordSchema } from './safety-record';
import { entrySchema } from './timeline';

export const practiceScenarioSchema = z.enum(PRACTICE_SCENARIOS);

const wordsSchema = textUpTo(SAFETY_TEXT_MAX);

/** What a person does in a practice conversation. `visitor_say` and `visitor_end` are for a colleague who plays the visitor. */
export const practiceActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), words: bodySchema }),
  z.strictObject({ kind: z.literal('visitor_say'), words: bodySchema }),
  z.strictObject({ kind: z.literal('visitor_end') }),
  z.strictObject({ kind: z.literal('safety'), answer: safetyAnswerSchema }),
  z.strictObject({ kind: z.literal('record'), entry: safetyEntrySchema }),
  z.strictObject({ kind: z.literal('call'), urgency: urgencySchema }),
  z.strictObject({ kind: z.literal('note'), words: bodySchema }),
  /** Practice time goes on by so many minutes at once. */
  z.strictObject({
    kind: z.literal('wait'),
    minutes: z.number().int().positive().max(PRACTICE_SKIP_MAX),
  }),
  z.strictObject({ kind: z.literal('end'), reason: responderEndReasonSchema }),
  /** The ending is written up: practice is over, and feedback follows. */
  z.strictObject({ kind: z.literal('wrap_up') }),
  /** Left before the end, without feedback. */
  z.strictObject({ kind: z.literal('leave') }),
]);
export type PracticeActSent = z.infer<typeof practiceActSchema>;

/** What a person is in it; `reader`: a supervisor, once it is over. */
const practicePartSchema = z.enum(['responder', 'visitor', 'reader']);

const resultSchema = z.enum(['passed', 'not_passed', 'left']);

/** One line of the checklist after a practice conversation. */
const lookSchema = z.strictObject({
  look: z.enum(PRACTICE_LOOKS),
  /** Passing needs it. */
  isNeeded: z.boolean(),
  isMet: z.boolean(),
  /** Entries that show it. */
  messages: z.array(idSchema),
});

/** What a supervisor says about a practice conversation; null where it cannot be opened. */
const practiceWordSchema = z.strictObject({
  id: idSchema,
  by: z.string(),
  at: timeSchema,
  word: z.string().nullable(),
});

/** A practice conversation as one of the people in it, or a supervisor afterwards, sees it. Times are practice time. */
export const practiceViewSchema = z.strictObject({
  practiceId: idSchema,
  /** Null where a colleague plays the visitor. */
  scenario: practiceScenarioSchema.nullable(),
  part: practicePartSchema,
  responderName: z.string(),
  /** Who plays the visitor; null for a scenario. */
  colleagueName: z.string().nullable(),
  beganAt: timeSchema,
  /** The clock of the database, and what was let pass. */
  now: timeSchema,
  /** When the visitor does something by themselves next; null while they wait for the responder. */
  nextAt: timeSchema.nullable(),
  isTyping: z.boolean(),
  entries: z.array(entrySchema),
  /** As the desk shows it; null for the person who plays the visitor. */
  item: caseloadItemSchema.nullable(),
  /** Null for the person who plays the visitor. */
  record: safetyRecordSchema.nullable(),
  notes: z.array(noteSchema),
  /** The supervisor was called in practice; no one is told. */
  called: z.strictObject({ id: idSchema, urgency: urgencySchema, at: timeSchema }).nullable(),
  /** The words of the scenario have changed since: the visitor's lines cannot be shown. */
  isOutdated: z.boolean(),
  result: resultSchema.nullable(),
  /** Null while it goes on, and for one that was left. */
  looks: z.array(lookSchema).nullable(),
  words: z.array(practiceWordSchema),
});
export type PracticeView = z.infer<typeof practiceViewSchema>;

/** A practice conversation in a list. */
const listedPracticeSchema = z.strictObject({
  practiceId: idSchema,
  scenario: practiceScenarioSchema.nullable(),
  part: practicePartSchema,
  responder: z.strictObject({ id: idSchema, name: z.string() }),
  colleagueName: z.string().nullable(),
  beganAt: timeSchema,
  /** Null while it goes on. */
  result: resultSchema.nullable(),
  words: z.number().int().nonnegative(),
});
export type ListedPractice = z.infer<typeof listedPracticeSchema>;

/** What a person may practise, and what they and, for a supervisor, everyone else has practised. */
export const practiceOverviewSchema = z.strictObject({
  now: timeSchema,
  /** Scenarios, and until when this person's last pass is valid; null where there is none. */
  scenarios: z.array(z.strictObject({ scenario: practiceScenarioSchema, validUntil: timeSchema.nullable() })),
  /** The newest first, 50 at most. */
  recent: z.array(listedPracticeSchema),
  /** Whom one may ask to play the visitor. */
  colleagues: z.array(
    z.strictObject({ id: idSchema, name: z.string(), isHere: z.boolean(), isBusy: z.boolean() }),
  ),
});
export type PracticeOverview = z.infer<typeof practiceOverviewSchema>;

const about = { practiceId: idSchema };

/** Practice conversations. None of it reaches a queue, an alarm, a figure or a visitor. */
export const practiceCommands = {
  'practice:list': { payload: nothingSchema, reply: practiceOverviewSchema },
  /**
   * The page makes the id, so beginning twice is once. Another practice of this person that runs is left. One of `scenario` and
   * `colleagueId` is null. Refuses `not_available` for a colleague who is not connected or practises already, and `danger_held`
   * while this person holds a real conversation.
   */
  'practice:begin': {
    payload: z.strictObject({
      ...about,
      scenario: practiceScenarioSchema.nullable(),
      colleagueId: idSchema.nullable(),
    }),
    reply: practiceViewSchema,
  },
  'practice:open': { payload: z.strictObject(about), reply: practiceViewSchema },
  /** The page makes the id, so an act sent twice is one. Refuses `conversation_ended`, `not_ended` and `not_allowed` for another's part. */
  'practice:act': {
    payload: z.strictObject({ ...about, actId: idSchema, act: practiceActSchema }),
    reply: practiceViewSchema,
  },
  /** By a supervisor, about a practice that is over. The page makes the id. It cannot be changed; more can be added. */
  'practice:advise': {
    payload: z.strictObject({ ...about, wordId: idSchema, word: wordsSchema }),
    reply: practiceViewSchema,
  },
} as const;

/** Something is new in a practice that this console has open, or it is asked to play a visitor. */
export const practiceNotices = { 'practice:changed': z.strictObject(about) } as const;
