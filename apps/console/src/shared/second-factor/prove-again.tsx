import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Renewal } from '@warmline/contracts';
import { Button, Dialog, DialogFoot, PanelState, TextField } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { commonWords } from '../i18n/common-words';
import { useParts } from '../page/parts';
import { accountQuery, renewProof } from '../session/account-query';
import { CodeForm } from './code-form';
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
        {({ factors }) => {
          if (!factors.isAsked) return <PasswordForm onProve={prove} onClose={onClose} />;
          if (factors.authenticator === null) return <p>{said.none}</p>;
          return (
            <CodeForm button={said.prove} mayRecover onCode={prove}>
              <Button onPress={onClose}>{said.cancel}</Button>
            </CodeForm>
          );
        }}
      </PanelState>
    </Dialog>
  );
};
