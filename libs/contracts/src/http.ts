import { z } from 'zod';
import { PASSWORD_MOST, SIGN_IN_NAME, STAFF_NAME_MOST } from '@warmline/vocabulary';
import { staffNameSchema } from './account';
import { openingStateSchema, takesSchema, waitSchema } from './opening';
import { idSchema, timeSchema } from './primitives';
import { roleSchema } from './staff';
import { topicSchema } from './wellbeing';

/** `POST /api/session`. A wrong name and a wrong password get the same answer in the same time. */
export const signInSchema = z.strictObject({
  signInName: z.string().min(1).max(100),
  password: z.string().min(1).max(PASSWORD_MOST),
});

/**
 * `POST /api/session/setup`: the first administrator of a service, with the link that `migrate` prints. A token of a wrong form
 * gets the answer of an unknown one.
 */
export const setUpSchema = z.strictObject({
  token: z.string().max(200),
  name: staffNameSchema,
  signInName: z.string().regex(SIGN_IN_NAME).max(STAFF_NAME_MOST),
  password: z.string().min(1).max(PASSWORD_MOST),
});
export type SetUp = z.infer<typeof setUpSchema>;

/** `GET /api/session`, and the answer to signing in. */
export const sessionSchema = z.strictObject({
  staff: z.strictObject({
    id: idSchema,
    name: z.string(),
    role: roleSchema,
    furtherRoles: z.array(roleSchema),
  }),
});
export type Session = z.infer<typeof sessionSchema>;

/** `GET /api/service`: what anyone may know before starting. */
export const serviceSchema = z.strictObject({
  name: z.string(),
  /** Nobody answers here for real. Left out where that is not so. */
  isDemo: z.boolean().optional(),
  opening: openingStateSchema,
  takes: takesSchema,
  /** When it closes by the hours; null while closed, and when no closing is known. */
  closesAt: timeSchema.nullable(),
  /** When everyone is taken again by the hours or the rota; null while they are, and where neither says it. */
  opensAt: timeSchema.nullable(),
  /** The holiday for which it is closed all day today, such as Christmas Day; left out on any other day. */
  holiday: z.string().optional(),
  /** About when there may be space again: a full or half hour; null where nobody can say. */
  spaceAt: timeSchema.nullable(),
  /** For a standard visitor who came now. */
  wait: waitSchema,
  languages: z.array(z.string()),
  /** Skills a visitor may wish for; none where the service asks for no wishes. */
  wishes: z.array(z.string()).optional(),
  /** The page may keep its token in the tab's storage, so that a chat goes on after a reload. */
  keepsReloads: z.boolean().optional(),
  /** How long a chat that starts now is kept (days), at most. */
  keepsDays: z.number().int().optional(),
});
export type ServiceSummary = z.infer<typeof serviceSchema>;

/** `GET /api/launcher`: what the button on a charity's own site says, and how a site loads it. */
export const launcherSchema = z.strictObject({
  opening: openingStateSchema,
  opensAt: timeSchema.nullable(),
  /** Path of exactly this version of the script. */
  script: z.string(),
  /** Hash of that script for `integrity`; empty where the script was not built. */
  integrity: z.string(),
});
export type Launcher = z.infer<typeof launcherSchema>;

/**
 * After the right password outside the demo: not signed in yet. `prove`: show a second factor. `enrol`: there is none, so one
 * is set up now.
 */
export const halfSessionSchema = z.strictObject({ next: z.enum(['prove', 'enrol']) });
export type HalfSession = z.infer<typeof halfSessionSchema>;

/** The answer to the right password, and to a set-up link. */
export const signInAnswerSchema = z.union([sessionSchema, halfSessionSchema]);
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** `GET /api/session/provider`: what people call the identity provider; null where there is no single sign-on. */
export const identityProviderSchema = z.strictObject({ name: z.string().nullable() });
export type IdentityProviderName = z.infer<typeof identityProviderSchema>;

/** `POST /api/session/provider` and `POST /api/account/provider`: where the browser goes next. */
export const providerAddressSchema = z.strictObject({ address: z.string() });
export type ProviderAddress = z.infer<typeof providerAddressSchema>;

/** `GET /api/content` (staff): approved starters, vetted places to go, and what topics are called. */
export const contentSchema = z.strictObject({
  topics: z.array(
    z.strictObject({
      topic: topicSchema,
      label: z.string(),
      /** What it is called in other languages, by their tags. */
      labels: z.record(z.string(), z.string()),
      /** Whether it is offered for coding; one that is not may still stand on what was coded before. */
      inUse: z.boolean(),
    }),
  ),
  starters: z.array(
    z.strictObject({
      id: idSchema,
      stage: z.enum(['connect', 'understand', 'safety', 'what_next', 'close']),
      title: z.string(),
      body: z.string(),
      /** Service facts may be sent as they are; other starters must be edited. */
      sendsUnedited: z.boolean(),
    }),
  ),
  resources: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      description: z.string(),
      url: z.string().nullable(),
      phone: z.string().nullable(),
      hours: z.string(),
      source: z.string(),
      reviewedOn: z.string(),
    }),
  ),
});
export type Content = z.infer<typeof contentSchema>;
