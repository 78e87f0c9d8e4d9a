import { z } from 'zod';
import { PASSWORD_MOST } from '@warmline/vocabulary';
import { sessionSchema } from './http';
import { passkeyProofSchema } from './passkey';

/** A code as someone types it, with spaces and dashes. */
export const codeSchema = z.string().min(1).max(40);

/** `POST /api/session/proof`: a second factor, with the half session that the password gave. */
export const codeProofSchema = z.strictObject({
  by: z.enum(['authenticator', 'recovery_code']),
  code: codeSchema,
});
export type CodeProof = z.infer<typeof codeProofSchema>;

/** `POST /api/session/renewal`: proves again who someone is. The password alone is enough in the demo only. */
export const renewalSchema = z.union([
  codeProofSchema,
  z.strictObject({ by: z.literal('passkey'), ...passkeyProofSchema.shape }),
  z.strictObject({ by: z.literal('password'), password: z.string().min(1).max(PASSWORD_MOST) }),
]);
export type Renewal = z.infer<typeof renewalSchema>;

/** An authenticator that is being set up. It is shown to its person alone, and stored sealed. */
export const authenticatorDraftSchema = z.strictObject({
  /** In base 32, to type. */
  secret: z.string(),
  /** The same with names, to scan: `otpauth://…`. */
  uri: z.string(),
});
export type AuthenticatorDraft = z.infer<typeof authenticatorDraftSchema>;

/** The first code of a new authenticator. */
export const firstCodeSchema = z.strictObject({ code: codeSchema });
export type FirstCode = z.infer<typeof firstCodeSchema>;

/** The first second factor was shown: signed in, with recovery codes that are shown this once. */
export const enrolledSchema = z.strictObject({ session: sessionSchema, recoveryCodes: z.array(z.string()) });
export type Enrolled = z.infer<typeof enrolledSchema>;
