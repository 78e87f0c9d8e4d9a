import { z } from 'zod';
import {
  CHARITY_PARTS,
  CHARITY_PROBLEMS,
  COUNTRIES,
  HELPLINE_WAYS,
  PRACTICE_SCENARIOS,
  type Charity,
  type CharityProfile,
  type Helpline,
} from '@warmline/vocabulary';
import { idSchema, timeSchema } from './primitives';

/** Characters of any one text on its way in; the rules of the page are stricter and name the field. */
const textSchema = z.string().max(2_000);
const countSchema = z.number().int().nonnegative();

const helplineSchema = z.strictObject({
  name: textSchema,
  what: textSchema,
  hours: textSchema,
  number: textSchema,
  by: z.enum(HELPLINE_WAYS),
  isFree: z.boolean(),
  source: textSchema,
  /** yyyy-mm-dd */
  reviewedOn: textSchema,
}) satisfies z.ZodType<Helpline>;

const profileShape = {
  country: z.enum(COUNTRIES),
  emergencyNumber: textSchema,
  helplines: z.array(helplineSchema).max(40).readonly(),
  exit: z.strictObject({ title: textSchema, url: textSchema }),
  privacy: z.strictObject({ text: textSchema, url: textSchema }),
  colour: textSchema,
  initials: textSchema,
  /** SHA-256 of a mark that was uploaded, in hexadecimal. */
  mark: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
};

export const charityProfileSchema = z.strictObject(profileShape) satisfies z.ZodType<CharityProfile>;

export const charitySchema = z.strictObject({
  ...profileShape,
  name: textSchema,
  languages: z.array(textSchema).max(40).readonly(),
  timeZone: textSchema,
  sessionMinutes: z.number(),
  keepsDays: z.number(),
  allowedParents: z.array(textSchema).max(40).readonly(),
  keepsReloads: z.boolean(),
  nightRule: z.boolean(),
  neededPractice: z.array(z.enum(PRACTICE_SCENARIOS)).max(PRACTICE_SCENARIOS.length).readonly(),
}) satisfies z.ZodType<Charity>;

/** A change that can still be taken back, until `until`. */
const undoSchema = z.strictObject({
  change: idSchema,
  byName: z.string(),
  isOwn: z.boolean(),
  parts: z.array(z.enum(CHARITY_PARTS)).readonly(),
  at: timeSchema,
  until: timeSchema,
});

/** `GET /api/charity`: what the page of visitors says of the charity, and what can be chosen. */
export const charityViewSchema = z.strictObject({
  /** Grows with every change; a change says which one it was made on. */
  version: countSchema,
  charity: charitySchema,
  /** The last change, while it can be taken back; null afterwards. */
  undo: undoSchema.nullable(),
  /** What each country starts from. */
  packs: z.record(z.enum(COUNTRIES), charityProfileSchema),
});
export type CharityView = z.infer<typeof charityViewSchema>;

/** `POST /api/charity` */
export const charityChangeSchema = z.strictObject({ version: countSchema, charity: charitySchema });
export type CharityChange = z.infer<typeof charityChangeSchema>;

/** `POST /api/charity/undo` */
export const charityUndoSchema = z.strictObject({ change: idSchema });

export const charityProblemSchema = z.strictObject({
  /** A path such as `helplines.0.number`. */
  field: z.string(),
  problem: z.enum(CHARITY_PROBLEMS),
  least: z.number().optional(),
  most: z.number().optional(),
});
export type CharityProblemView = z.infer<typeof charityProblemSchema>;

/** `POST /api/charity/mark`: a PNG picture in base64, as a browser draws it. */
export const charityMarkSchema = z.strictObject({ picture: z.base64().max(65_536) });

export const charityMarkAnswerSchema = z.discriminatedUnion('outcome', [
  /** Kept under this name for an hour, until a change names it. */
  z.strictObject({ outcome: z.literal('kept'), mark: z.string() }),
  z.strictObject({
    outcome: z.literal('problem'),
    problem: z.enum(['not_a_picture', 'too_big', 'too_many_pixels']),
  }),
]);
export type CharityMarkAnswer = z.infer<typeof charityMarkAnswerSchema>;

/** The answer to both. Whatever is not `saved` has changed nothing. */
export const charityAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), view: charityViewSchema }),
  z.strictObject({ outcome: z.literal('problems'), problems: z.array(charityProblemSchema) }),
  /** Another person has saved since it was read: `by` is who did last, where that is known. */
  z.strictObject({ outcome: z.literal('outdated'), view: charityViewSchema, by: z.string().nullable() }),
  /** It is too late, or another change came after it. */
  z.strictObject({ outcome: z.literal('too_late'), view: charityViewSchema }),
]);
export type CharityAnswer = z.infer<typeof charityAnswerSchema>;
