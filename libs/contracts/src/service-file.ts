import { z } from 'zod';
import { charitySchema } from './charity';
import { inviteLinkSchema } from './invite';
import { timeSchema } from './primitives';
import { setupListNameSchema, setupProblemSchema } from './setup';

/** Characters of the file of a service, at most. */
export const SERVICE_FILE_MAX = 3_000_000;
export const SERVICE_FILE_FORMAT = 'warmline-service/1';

const rowsSchema = z.array(z.record(z.string().max(40), z.string().max(5_000))).max(5_000);

/** What the file of a service holds: nothing about a visitor, no count of visitors, no password, no key, no address. */
export const serviceContentSchema = z.strictObject({
  madeAt: timeSchema,
  charity: charitySchema,
  /** The mark as it was uploaded, in base64; null where there is none. */
  mark: z.string().max(400_000).nullable(),
  /** Each list as its own file has it. */
  lists: z.partialRecord(setupListNameSchema, rowsSchema),
});
export type ServiceContent = z.infer<typeof serviceContentSchema>;

/** `GET /api/service-file/fingerprint` */
export const serviceFingerprintSchema = z.strictObject({ fingerprint: z.string() });
export type ServiceFingerprint = z.infer<typeof serviceFingerprintSchema>;

/** `POST /api/service-file` */
export const serviceImportSchema = z.strictObject({
  text: z.string().max(SERVICE_FILE_MAX),
  /** Say what it would bring, and change nothing. */
  checkOnly: z.boolean(),
  /** The fingerprint of the key that a person compared with the one at the old deployment. Needed to save. */
  fingerprint: z.string().max(100).optional(),
});
export type ServiceImport = z.infer<typeof serviceImportSchema>;

const broughtSchema = z.strictObject({
  list: setupListNameSchema,
  added: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
});

/** Whatever is not `saved` has changed nothing. */
export const serviceImportedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.enum(['checked', 'saved']),
    name: z.string(),
    madeAt: timeSchema,
    /** Of the key that signed the file. */
    fingerprint: z.string(),
    /** Lists that it changes. */
    lists: z.array(broughtSchema),
    /** Parts of _Your charity_ that it changes. */
    charityParts: z.number().int().nonnegative(),
    /** Links of the people it brought: shown once, stored nowhere. None for a check. */
    invites: z.array(inviteLinkSchema),
  }),
  z.strictObject({
    outcome: z.literal('unreadable'),
    problem: z.enum([
      'not_signed', // no file of a service
      'altered', // not what was signed
      'not_understood', // of another version
    ]),
  }),
  /** The person compared another fingerprint, or none. */
  z.strictObject({ outcome: z.literal('another_key'), fingerprint: z.string() }),
  /** A file is brought into a new deployment only. */
  z.strictObject({
    outcome: z.literal('not_new'),
    because: z.array(z.enum(['opened', 'people', 'lists', 'conversations'])),
    /** Lists that someone has saved here. */
    lists: z.array(setupListNameSchema),
  }),
  z.strictObject({
    outcome: z.literal('problems'),
    /** Null: the page _Your charity_. */
    list: setupListNameSchema.nullable(),
    problems: z.array(setupProblemSchema),
    count: z.number().int(),
  }),
]);
export type ServiceImported = z.infer<typeof serviceImportedSchema>;
