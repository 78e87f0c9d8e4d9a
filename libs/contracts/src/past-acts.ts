import { z } from 'zod';
import { charitySchema } from './charity';
import { actNumberSchema, actSchema } from './history';
import { idSchema, timeSchema } from './primitives';
import { rowChangeSchema, setupColumnSchema, setupListNameSchema } from './setup';

/** Acts in one answer, at most. */
export const PAST_ACTS_MAX = 50;

/** Days that are asked about at once, at most. */
export const PAST_DAYS_MOST = 366;

const whole = z.number().int().nonnegative();

/** What a setting was before and after. */
const settingChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rows'),
    list: setupListNameSchema,
    columns: z.array(setupColumnSchema),
    key: z.array(z.string()),
    /** Deleted, then changed, then added. People are named as they are called now. */
    rows: z.array(rowChangeSchema),
    /** How many there were, where more were changed than are kept. */
    count: whole,
    moved: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('charity'), before: charitySchema, after: charitySchema }),
]);
export type SettingChange = z.infer<typeof settingChangeSchema>;

const settingActSchema = z.strictObject({
  act: actSchema,
  /** Null where there is no more to say, or it was not kept yet. */
  changed: settingChangeSchema.nullable(),
});
export type SettingAct = z.infer<typeof settingActSchema>;

/** `GET /api/history/settings`: what changed the settings, the newest first. */
export const settingHistorySchema = z.strictObject({
  acts: z.array(settingActSchema).max(PAST_ACTS_MAX),
  /** The number to go on before; null when there is no more. */
  next: actNumberSchema.nullable(),
});
export type SettingHistory = z.infer<typeof settingHistorySchema>;

const personActSchema = z.strictObject({
  act: actSchema,
  /** What it was about; null for none. */
  conversationId: idSchema.nullable(),
});
export type PersonAct = z.infer<typeof personActSchema>;

/** `GET /api/history/people/:id`: what one person did between two moments. Of how they are, nothing is in it. */
export const personHistorySchema = z.strictObject({
  name: z.string(),
  from: timeSchema,
  until: timeSchema,
  /** Conversations, and for settings changes. */
  counts: z.strictObject({ held: whole, handedOver: whole, received: whole, read: whole, settings: whole }),
  /** The newest first. */
  acts: z.array(personActSchema).max(PAST_ACTS_MAX),
  next: actNumberSchema.nullable(),
});
export type PersonHistory = z.infer<typeof personHistorySchema>;

/** `GET /api/history/people`: everyone there is or was, in the order of their names. */
export const pastPeopleSchema = z.strictObject({
  people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type PastPeople = z.infer<typeof pastPeopleSchema>;

const momentText = z.string().regex(/^[0-9]{1,15}$/);
export const settingsQuerySchema = z.strictObject({ before: actNumberSchema.optional() });
/** From one moment (ms since 1970) to before another, PAST_DAYS_MOST days at most. */
export const personQuerySchema = z
  .strictObject({ from: momentText, until: momentText, before: actNumberSchema.optional() })
  .refine(({ from, until }) => {
    const length = Number(until) - Number(from);
    return length > 0 && length <= PAST_DAYS_MOST * 86_400_000;
  });

/** `GET /api/audit/state`: how far the audit log is, and which place out of its reach has which checkpoint. */
export const auditStateSchema = z.strictObject({
  /** Entries. */
  size: whole,
  /** The newest; null before the first. */
  checkpoint: z.string().nullable(),
  copies: z.array(
    z.strictObject({
      place: z.string(),
      /** Entries of the newest checkpoint that is there. */
      size: whole,
      copiedAt: timeSchema.nullable(),
      triedAt: timeSchema,
      /** Since the last time that it worked. */
      failures: whole,
      failure: z.string().nullable(),
    }),
  ),
});
export type AuditState = z.infer<typeof auditStateSchema>;

/** `GET /api/audit/history`: entries from one moment (ms since 1970) to before another, of one person or of everyone. */
export const historyFileQuerySchema = z.strictObject({
  format: z.enum(['csv', 'json']),
  from: momentText,
  until: momentText,
  person: idSchema.optional(),
});
