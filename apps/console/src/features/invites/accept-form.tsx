import { useState, type FormEvent } from 'react';
import type { Invite, SignInAnswer } from '@warmline/contracts';
import { Banner, Button, TextField } from '@warmline/ui';
import { isBlank, passwordFlaw, STAFF_NAME_MOST, type Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { acceptInvite } from './invite-requests';
import { inviteWords } from './invite-words';

const said = inviteWords.accept;

export interface AcceptFormProps {
  readonly token: string;
  readonly invite: Invite;
  readonly onDone: (answer: SignInAnswer) => void;
  /** The invite does not work any more. */
  readonly onOver: (refusal: Refusal) => void;
}

interface Mistakes {
  readonly name?: string;
  readonly password?: string;
}

const OVER: readonly Refusal[] = ['link_over', 'invite_used', 'invite_expired', 'invite_revoked'];

const mistakesIn = (name: string, password: string, { signInName }: Invite): Mistakes => {
  const flaw = passwordFlaw(password, [name, signInName]);
  return {
    ...(isBlank(name) ? { name: said.nameMissing } : {}),
    ...(flaw === null ? {} : { password: refusalWords[flaw] }),
  };
};

const troubleWords = (refusal: Refusal): string => {
  if (refusal === 'busy') return said.busy;
  return refusal === 'unavailable' ? said.unreachable : said.otherwise;
};

/** The name and the password of someone who opens their account. What was typed stays until it is done. */
export const AcceptForm = ({ token, invite, onDone, onOver }: AcceptFormProps) => {
  const parts = useParts();
  const [name, setName] = useState(invite.name);
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const settle = (refusal: Refusal): void => {
    if (OVER.includes(refusal)) onOver(refusal);
    else if (refusal === 'password_too_short' || refusal === 'password_too_common')
      setMistakes({ password: refusalWords[refusal] });
    else setTrouble(troubleWords(refusal));
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = mistakesIn(name, password, invite);
    setMistakes(found);
    setTrouble(null);
    if (isBusy || Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await acceptInvite(parts, { token, name: name.trim(), password });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else settle(answer.refusal);
  };
  return (
    <form className="sign-in__set-up" onSubmit={(event) => void send(event)} noValidate>
      {trouble === null ? null : (
        <Banner tone="notice" icon="warn">
          {trouble}
        </Banner>
      )}
      <TextField
        label={said.name}
        hint={said.nameHint}
        autoComplete="name"
        maxLength={STAFF_NAME_MOST}
        value={name}
        onChange={setName}
        mistake={mistakes.name}
        validationBehavior="aria"
        autoFocus
      />
      <TextField
        label={said.password}
        hint={said.passwordHint}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck="false"
        maxLength={200}
        value={password}
        onChange={setPassword}
        mistake={mistakes.password}
        validationBehavior="aria"
      />
      <Button size="small" icon={isShown ? 'eyeOff' : 'eye'} onPress={() => setShown(!isShown)}>
        {isShown ? said.hide : said.show}
      </Button>
      <Button kind="main" type="submit" isBusy={isBusy}>
        {said.open}
      </Button>
    </form>
  );
};
