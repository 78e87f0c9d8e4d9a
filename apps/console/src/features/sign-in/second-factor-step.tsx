import { useState } from 'react';
import type { CodeProof, Enrolled, HalfSession, Session } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { useParts } from '../../shared/page/parts';
import { AuthenticatorSetUp } from '../../shared/second-factor/authenticator-set-up';
import { CodeForm } from '../../shared/second-factor/code-form';
import { RecoveryCodes } from '../../shared/second-factor/recovery-codes';
import { secondFactorWords } from '../../shared/second-factor/second-factor-words';
import { FirstPasskey } from './first-passkey';
import { PasskeyButton } from './passkey-button';
import { beginAuthenticator, finishAuthenticator, showFactor } from './second-factor-requests';
import { signInWords } from './sign-in-words';

export interface SecondFactorStepProps {
  readonly half: HalfSession;
  readonly onSignedIn: (session: Session) => void;
  /** The half session is over: from the start. */
  readonly onOver: () => void;
}

const Enrol = ({ onSignedIn, onOver }: Omit<SecondFactorStepProps, 'half'>) => {
  const parts = useParts();
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  const confirm = async (code: string): Promise<Refusal | null> => {
    const answer = await finishAuthenticator(parts, code);
    if (answer.ok) setEnrolled(answer.value);
    else if (answer.refusal === 'half_session_over') onOver();
    return answer.ok ? null : answer.refusal;
  };
  if (enrolled !== null)
    return (
      <>
        <h2 className="sign-in__step">{secondFactorWords.codes.title}</h2>
        <RecoveryCodes codes={enrolled.recoveryCodes} onKept={() => onSignedIn(enrolled.session)} />
      </>
    );
  return (
    <>
      <h2 className="sign-in__step">{signInWords.enrolTitle}</h2>
      <p>{signInWords.enrolLead}</p>
      <FirstPasskey onAdded={setEnrolled} onOver={onOver} />
      <AuthenticatorSetUp begin={() => beginAuthenticator(parts)} onCode={confirm} />
    </>
  );
};

/** After the right password: a second factor is shown, or set up where there is none. */
export const SecondFactorStep = ({ half, onSignedIn, onOver }: SecondFactorStepProps) => {
  const parts = useParts();
  const prove = async (proof: CodeProof): Promise<Refusal | null> => {
    const answer = await showFactor(parts, proof);
    if (answer.ok) onSignedIn(answer.value);
    else if (answer.refusal === 'half_session_over') onOver();
    return answer.ok ? null : answer.refusal;
  };
  return (
    <div className="second-factor" role="group" aria-label={signInWords.step}>
      {half.next === 'enrol' ? (
        <Enrol onSignedIn={onSignedIn} onOver={onOver} />
      ) : (
        <>
          <h2 className="sign-in__step">{signInWords.proveTitle}</h2>
          <CodeForm button={signInWords.signIn} mayRecover onCode={prove} />
          <PasskeyButton onSignedIn={onSignedIn} />
        </>
      )}
    </div>
  );
};
