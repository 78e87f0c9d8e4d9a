import { z } from 'zod';
import { hasHiddenInName, isBlank, PASSWORD_MOST, STAFF_NAME_MOST } from '@warmline/vocabulary';
import { idSchema, timeSchema } from './primitives';
import { roleSchema } from './staff';

/** A name as someone types it: something to read and nothing that is hidden, at most 60 UTF-16 units. */
export const staffNameSchema = z
  .string()
  .trim()
  .max(STAFF_NAME_MOST)
  .refine((name) => !isBlank(name) && !hasHiddenInName(name));

export const ownSessionSchema = z.strictObject({
  id: idSchema,
  beganAt: timeSchema,
  /** To a minute. */
  usedAt: timeSchema,
  /** What its person calls the device; null while it has no name. */
  device: z.string().nullable(),
  /** The session that asks. */
  isThis: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSessionSchema>;

/** What a person has beside the password. */
export const ownFactorsSchema = z.strictObject({
  /** False in the demo, which asks for none. */
  isAsked: z.boolean(),
  /** Null while there is no app that shows codes. */
  authenticator: z.strictObject({ addedAt: timeSchema }).nullable(),
  passkeys: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      addedAt: timeSchema,
      usedAt: timeSchema.nullable(),
    }),
  ),
  recoveryCodesLeft: z.number().int().nonnegative(),
});

/** `GET /api/account`, and the answer to every change: what someone may know and change of their own account. */
export const accountSchema = z.strictObject({
  signInName: z.string(),
  role: roleSchema,
  /** As colleagues see it. */
  name: z.string(),
  /** What visitors see instead; null when it is the same. */
  visitorName: z.string().nullable(),
  factors: ownFactorsSchema,
  /** Single sign-on: what people call the identity provider, and whether it opens this account. Null where there is none. */
  identityProvider: z.strictObject({ name: z.string(), isLinked: z.boolean() }).nullable(),
  /** Live sessions, the one that asks first. */
  sessions: z.array(ownSessionSchema),
});
export type Account = z.infer<typeof accountSchema>;

/** `POST /api/account/provider`: links the account with one at the identity provider. */
export const providerLinkSchema = z.strictObject({
  /** Of the console: the page to which the browser comes back. */
  page: z.enum(['account', 'setup/account']),
});
export type ProviderLink = z.infer<typeof providerLinkSchema>;

/** The answer where recovery codes are made. They are shown this once; null where the earlier ones still work. */
export const accountWithCodesSchema = z.strictObject({
  account: accountSchema,
  recoveryCodes: z.array(z.string()).nullable(),
});
export type AccountWithCodes = z.infer<typeof accountWithCodesSchema>;

/** `POST /api/account/names` */
export const namesSchema = z.strictObject({ name: staffNameSchema, visitorName: staffNameSchema.nullable() });
export type Names = z.infer<typeof namesSchema>;

/** `POST /api/account/password` */
export const passwordChangeSchema = z.strictObject({
  current: z.string().min(1).max(PASSWORD_MOST),
  next: z.string().min(1).max(PASSWORD_MOST),
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** `POST /api/account/device`: what the person calls the device of this session. Null takes its name away. */
export const deviceNameSchema = z.strictObject({ name: staffNameSchema.nullable() });
export type DeviceName = z.infer<typeof deviceNameSchema>;
