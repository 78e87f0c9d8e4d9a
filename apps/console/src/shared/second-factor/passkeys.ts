import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { NewPasskeyShown, PasskeyProof, Session } from '@warmline/contracts';
import type { ConsoleParts } from '../page/parts';
import { askHttp, type HttpAnswer } from '../session/ask-http';
import { parseSession } from '../session/parse-answer';
import { parseSignInQuestion, type NewPasskeyQuestion, type SignInQuestion } from '../session/parse-passkey';

/** As the server takes it: extensions decide nothing there. Null where the person chose none, or the browser has none. */
const proofOf = async ({ sealed, options }: SignInQuestion): Promise<PasskeyProof | null> => {
  try {
    const { id, rawId, type, response } = await startAuthentication({ optionsJSON: options });
    const { userHandle, clientDataJSON, signature } = response;
    return {
      sealed,
      answer: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: response.authenticatorData,
          signature,
          ...(userHandle === undefined ? {} : { userHandle }),
        },
      },
    };
  } catch {
    return null;
  }
};

/** A new passkey of this device. Null where the person chose none, or the browser has none. */
export const makePasskey = async (
  { sealed, options }: NewPasskeyQuestion,
  label: string,
): Promise<NewPasskeyShown | null> => {
  try {
    const { id, rawId, type, response } = await startRegistration({ optionsJSON: options });
    const { clientDataJSON, attestationObject, transports } = response;
    const shown = { clientDataJSON, attestationObject };
    return {
      sealed,
      label,
      answer: {
        id,
        rawId,
        type,
        clientExtensionResults: {},
        response: transports === undefined ? shown : { ...shown, transports },
      },
    };
  } catch {
    return null;
  }
};

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Asks the browser for a passkey, to sign in or to prove again. Null where the person chose none. */
export const askForPasskey = async (parts: ConsoleParts): Promise<HttpAnswer<PasskeyProof> | null> => {
  const question = await askHttp(parts, {
    path: '/api/session/passkey',
    parse: parseSignInQuestion,
    init: post({}),
  });
  if (!question.ok) return question;
  const proof = await proofOf(question.value);
  return proof === null ? null : { ok: true, value: proof };
};

/** Null where the person chose none. */
export const signInByPasskey = async (parts: ConsoleParts): Promise<HttpAnswer<Session> | null> => {
  const proof = await askForPasskey(parts);
  if (proof === null || !proof.ok) return proof;
  return askHttp(parts, {
    path: '/api/session/passkey/confirm',
    parse: parseSession,
    init: post(proof.value),
  });
};
