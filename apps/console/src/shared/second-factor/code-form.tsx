import { useState, type FormEvent, type ReactNode } from 'react';
import type { CodeProof } from '@warmline/contracts';
import { Button, TextField } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { secondFactorWords } from './second-factor-words';
import './second-factor.css';
import { troubleWords } from './trouble-words';

const said = secondFactorWords;

export interface CodeFormProps {
  readonly button: string;
  /** Whether a recovery code will do as well. */
  readonly mayRecover: boolean;
  /** Null once it is done. */
  readonly onCode: (proof: CodeProof) => Promise<Refusal | null>;
  /** More buttons beside the one that sends the code. */
  readonly children?: ReactNode;
}

/** One code of an authenticator, or for recovery. What was typed stays until it was right. */
export const CodeForm = ({ button, mayRecover, onCode, children }: CodeFormProps) => {
  const [by, setBy] = useState<CodeProof['by']>('authenticator');
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | undefined>();
  const isRecovery = by === 'recovery_code';
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    if (code.trim() === '') return setMistake(said.codeMissing);
    setMistake(undefined);
    setBusy(true);
    const refusal = await onCode({ by, code: code.trim() });
    setBusy(false);
    if (refusal !== null) setMistake(troubleWords(refusal));
  };
  const swap = (): void => {
    setBy(isRecovery ? 'authenticator' : 'recovery_code');
    setCode('');
    setMistake(undefined);
  };
  return (
    <form className="second-factor" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        key={by}
        label={isRecovery ? said.recoveryCode : said.code}
        hint={isRecovery ? said.recoveryCodeHint : said.codeHint}
        name="code"
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        spellCheck="false"
        maxLength={40}
        value={code}
        onChange={setCode}
        mistake={mistake}
        validationBehavior="aria"
        autoFocus
      />
      <Button kind="main" type="submit" isBusy={isBusy}>
        {button}
      </Button>
      {mayRecover ? (
        <Button kind="quiet" onPress={swap}>
          {isRecovery ? said.useAuthenticator : said.useRecovery}
        </Button>
      ) : null}
      {children}
    </form>
  );
};
