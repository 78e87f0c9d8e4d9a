import { useState } from 'react';
import type { Enrolled } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { useParts } from '../../shared/page/parts';
import { makePasskey } from '../../shared/second-factor/passkeys';
import { addFirstPasskey, askForFirstPasskey } from './second-factor-requests';
import { signInWords } from './sign-in-words';

export interface FirstPasskeyProps {
  readonly onAdded: (enrolled: Enrolled) => void;
  readonly onOver: () => void;
}

/** A passkey in place of an authenticator, for someone who sets up their first second factor. */
export const FirstPasskey = ({ onAdded, onOver }: FirstPasskeyProps) => {
  const parts = useParts();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (typeof PublicKeyCredential === 'undefined') return null;
  const settle = (refusal: Refusal): void => {
    if (refusal === 'half_session_over') onOver();
    else setFailed(true);
  };
  const add = async (): Promise<void> => {
    setFailed(false);
    const question = await askForFirstPasskey(parts);
    if (!question.ok) return settle(question.refusal);
    const made = await makePasskey(question.value, signInWords.thisDevice);
    if (made === null) return setFailed(true);
    const answer = await addFirstPasskey(parts, made);
    if (answer.ok) onAdded(answer.value);
    else settle(answer.refusal);
  };
  const press = async (): Promise<void> => {
    setBusy(true);
    await add();
    setBusy(false);
  };
  return (
    <div className="second-factor">
      <p>{signInWords.passkeyFirst}</p>
      {hasFailed ? (
        <Banner tone="notice" icon="warn">
          {signInWords.passkeyNotMade}
        </Banner>
      ) : null}
      <Button kind="main" isBusy={isBusy} onPress={() => void press()}>
        {signInWords.passkeyMake}
      </Button>
      <p>{signInWords.orAuthenticator}</p>
    </div>
  );
};
