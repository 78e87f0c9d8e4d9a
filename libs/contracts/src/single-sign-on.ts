import { z } from 'zod';
import { accessSchema } from './access';
import { idSchema, timeSchema } from './primitives';
import { roleSchema } from './staff';

/** What someone is by the word of the provider. */
const toldSchema = z.strictObject({ role: roleSchema, furtherRoles: z.array(roleSchema) });

/** `GET /api/single-sign-on`: how this deployment asks the charity's identity provider. Null where there is none. */
export const singleSignOnSchema = z.strictObject({
  provider: z
    .strictObject({
      name: z.string(),
      issuer: z.string(),
      returnAddress: z.string(),
      scope: z.string(),
      /** Values of `amr` and `acr` by which it says that it asked for a second factor. */
      secondFactor: z.array(z.string()),
      roleClaim: z.string().nullable(),
      roles: z.array(z.strictObject({ value: z.string(), role: roleSchema })),
    })
    .nullable(),
});
export type SingleSignOnView = z.infer<typeof singleSignOnSchema>;

/** Claims named in one answer, at most. */
export const CLAIMS_SHOWN = 60;

/**
 * What came of a sign-in that changes nothing. It is in the part of the address behind `#`, as base64url of JSON, since that goes to
 * no server. It has the names of claims and no value of one.
 */
export const triedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('came'),
    claims: z.array(z.string().max(100)).max(CLAIMS_SHOWN),
    /** Claims that would be read and are not there. */
    missing: z.array(z.enum(['second_factor', 'auth_time', 'name', 'sign_in_name', 'roles'])),
    hasSecondFactor: z.boolean(),
    /** Null: the claim gives none of the roles, or none is read. */
    told: toldSchema.nullable(),
    opens: z.enum(['yours', 'another', 'none']),
  }),
  z.strictObject({
    outcome: z.literal('failed'),
    why: z.enum(['unreachable', 'refused']),
    /** For the person who runs the server; null where there is no more to say. */
    code: z.string().max(100).nullable(),
  }),
]);
export type Tried = z.infer<typeof triedSchema>;

/**
 * `GET /api/single-sign-on/people`, and the answer to proposing: of whom the provider says something else than they are here, and who
 * asked for an account; the latest first.
 */
export const toldPeopleSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: idSchema,
      signInName: z.string(),
      name: z.string(),
      is: accessSchema,
      /** Null: no role. */
      told: toldSchema.nullable(),
      toldAt: timeSchema,
      /** They have no account yet, and asked for one by signing in there. */
      isNew: z.boolean(),
      /** A change of their access waits for a second person. */
      isProposed: z.boolean(),
    }),
  ),
});
export type ToldPeople = z.infer<typeof toldPeopleSchema>;
