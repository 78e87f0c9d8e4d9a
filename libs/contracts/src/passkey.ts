import { z } from 'zod';

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most);
const ofCredential = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  // Extensions decide nothing here, so a page leaves them out.
  clientExtensionResults: z.strictObject({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
};

/** What a browser answers to sign in with a passkey (WebAuthn, `AuthenticationResponseJSON`). */
export const passkeyAnswerSchema = z.strictObject({
  ...ofCredential,
  response: z.strictObject({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(2_000),
    userHandle: base64url(100).optional(),
  }),
});

/** What a browser answers to a new passkey (WebAuthn, `RegistrationResponseJSON`). */
export const newPasskeyAnswerSchema = z.strictObject({
  ...ofCredential,
  response: z.strictObject({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(12_000),
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .max(10)
      .optional(),
  }),
});

/** A sealed challenge, which the page sends back as it is. */
const sealedSchema = base64url(400);

/** What a browser is asked; only the browser reads `options` (WebAuthn, `PublicKeyCredential…OptionsJSON`). */
export const passkeyQuestionSchema = z.strictObject({
  sealed: sealedSchema,
  options: z.record(z.string(), z.unknown()),
});
export type PasskeyQuestion = z.infer<typeof passkeyQuestionSchema>;

/** `POST /api/session/passkey/confirm` */
export const passkeyProofSchema = z.strictObject({ sealed: sealedSchema, answer: passkeyAnswerSchema });
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;

/** A new passkey, and what its person calls it. */
export const newPasskeySchema = z.strictObject({
  sealed: sealedSchema,
  answer: newPasskeyAnswerSchema,
  label: z.string().trim().min(1).max(60),
});
export type NewPasskeyShown = z.infer<typeof newPasskeySchema>;

/** `POST /api/account/passkeys/remove` */
export const removedPasskeySchema = z.strictObject({ id: base64url(1_400) });
