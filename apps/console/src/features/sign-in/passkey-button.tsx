import { useState } from 'react';
import type { Session } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { useParts } from '../../shared/page/parts';
import { signInWords } from './sign-in-words';

export interface PasskeyButtonProps {
  readonly onSignedIn: (session: Session) => void;
}

/** Signs in with a passkey. What speaks with the browser is loaded when it is pressed. */
export const PasskeyButton = ({ onSignedIn }: PasskeyButtonProps) => {
  const parts = useParts();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (typeof PublicKeyCredential === 'undefined') return null;
  const signIn = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const { signInByPasskey } = await import('../../shared/second-factor/passkeys');
    const answer = await signInByPasskey(parts);
    setBusy(false);
    if (answer === null) return setTrouble(signInWords.passkeyNone);
    if (answer.ok) return onSignedIn(answer.value);
    setTrouble(
      answer.refusal === 'wrong_sign_in' ? signInWords.passkeyUnknown : signInWords.passkeyOtherwise,
    );
  };
  return (
    <>
      {trouble === null ? null : (
        <Banner tone="notice" icon="warn">
          {trouble}
        </Banner>
      )}
      <Button isBusy={isBusy} onPress={() => void signIn()}>
        {signInWords.passkey}
      </Button>
    </>
  );
};
