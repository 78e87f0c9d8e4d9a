import { z } from 'zod';
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
