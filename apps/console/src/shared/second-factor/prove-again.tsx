import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Account, Renewal } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, PanelState, TextField } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { commonWords } from '../i18n/common-words';
import { useParts } from '../page/parts';
import { accountQuery, renewProof } from '../session/account-query';
import { CodeForm } from './code-form';
import { askForPasskey } from './passkeys';
import { secondFactorWords } from './second-factor-words';
import { troubleWords } from './trouble-words';

const said = secondFactorWords.again;

type Prove = (renewal: Renewal) => Promise<Refusal | null>;

const PasswordForm = ({ onProve, onClose }: { readonly onProve: Prove; readonly onClose: () => void }) => {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | undefined>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password === '') return setMistake(secondFactorWords.passwordMissing);
    setBusy(true);
    const refusal = await onProve({ by: 'password', password });
    setBusy(false);
    if (refusal === null) return;
    setMistake(refusal === 'wrong_code' ? secondFactorWords.passwordWrong : troubleWords(refusal));
  };
  return (
    <form className="second-factor" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={secondFactorWords.password}
        hint={secondFactorWords.passwordHint}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
        mistake={mistake}
        validationBehavior="aria"
        autoFocus
      />
      <DialogFoot>
        <Button onPress={onClose}>{said.cancel}</Button>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {said.prove}
        </Button>
      </DialogFoot>
    </form>
  );
};

const PasskeyForm = ({ onProve }: { readonly onProve: Prove }) => {
  const parts = useParts();
  const [hasFailed, setFailed] = useState(false);
  const prove = async (): Promise<void> => {
    setFailed(false);
    const proof = await askForPasskey(parts);
    const isDone = proof?.ok === true && (await onProve({ by: 'passkey', ...proof.value })) === null;
    setFailed(!isDone);
  };
  return (
    <div className="second-factor">
      {hasFailed ? (
        <Banner tone="notice" icon="warn">
          {said.passkeyFailed}
        </Banner>
      ) : null}
      <Button kind="main" onPress={() => void prove()}>
        {said.passkey}
      </Button>
    </div>
  );
};

interface WaysProps {
  readonly factors: Account['factors'];
  readonly onProve: Prove;
  readonly onClose: () => void;
}

/** What this person can prove it with. */
const Ways = ({ factors, onProve, onClose }: WaysProps) => {
  if (!factors.isAsked) return <PasswordForm onProve={onProve} onClose={onClose} />;
  const hasPasskey = factors.passkeys.length > 0;
  if (factors.authenticator === null && !hasPasskey) return <p>{said.none}</p>;
  return (
    <div className="second-factor">
      {hasPasskey ? <PasskeyForm onProve={onProve} /> : null}
      {factors.authenticator === null ? null : <CodeForm button={said.prove} mayRecover onCode={onProve} />}
      <Button onPress={onClose}>{said.cancel}</Button>
    </div>
  );
};

export interface ProveAgainProps {
  readonly onProved: () => void;
  readonly onClose: () => void;
}

/** Asks again who someone is, before what changes who may do what. */
export const ProveAgain = ({ onProved, onClose }: ProveAgainProps) => {
  const parts = useParts();
  const query = useQuery(accountQuery(parts));
  const prove: Prove = async (renewal) => {
    const answer = await renewProof(parts, renewal);
    if (!answer.ok) return answer.refusal;
    onProved();
    return null;
  };
  return (
    <Dialog title={said.title} isOpen onClose={onClose}>
      <p>{said.lead}</p>
      <PanelState
        content={query.data}
        loading={commonWords.loading}
        lines={3}
        hasFailed={query.isError}
        failed={secondFactorWords.unreachable}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ factors }) => <Ways factors={factors} onProve={prove} onClose={onClose} />}
      </PanelState>
    </Dialog>
  );
};
