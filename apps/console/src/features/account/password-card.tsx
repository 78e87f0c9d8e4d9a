import { useState, type FormEvent } from 'react';
import type { Account } from '@warmline/contracts';
import { Banner, Button, Card, TextField } from '@warmline/ui';
import { passwordFlaw, type Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { changePassword } from './account-requests';
import { accountWords } from './account-words';
import type { ChangeAccount } from './use-account';

const said = accountWords.password;

type Mistakes = Readonly<Partial<Record<'current' | 'next', string>>>;

const mistakesIn = (current: string, next: string, account: Account): Mistakes => {
  const flaw = passwordFlaw(next, [account.name, account.signInName]);
  return {
    ...(current === '' ? { current: said.currentMissing } : {}),
    ...(flaw === null ? {} : { next: refusalWords[flaw] }),
  };
};

/** What the server refused about one field. */
const mistakeFrom = (refusal: Refusal): Mistakes => {
  if (refusal === 'wrong_sign_in') return { current: said.currentWrong };
  if (refusal === 'password_too_short' || refusal === 'password_too_common')
    return { next: refusalWords[refusal] };
  return {};
};

export interface PasswordCardProps {
  readonly account: Account;
  readonly onChange: ChangeAccount;
}

const usePasswordChange = ({ account, onChange }: PasswordCardProps) => {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [told, setTold] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const settle = (refusal: Refusal | null): void => {
    setDone(refusal === null);
    if (refusal === null) {
      setCurrent('');
      setNext('');
      return setTold(said.saved);
    }
    const found = mistakeFrom(refusal);
    setMistakes(found);
    if (Object.keys(found).length === 0) setTold(refusal === 'busy' ? said.busy : accountWords.notDone);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = mistakesIn(current, next, account);
    setMistakes(found);
    setTold(null);
    if (isBusy || Object.keys(found).length > 0) return;
    setBusy(true);
    const refusal = await onChange((parts) => changePassword(parts, { current, next }));
    setBusy(false);
    settle(refusal);
  };
  return { current, setCurrent, next, setNext, isBusy, mistakes, told, isDone, save };
};

/** A new password in place of the one they know. */
export const PasswordCard = (props: PasswordCardProps) => {
  const { current, setCurrent, next, setNext, isBusy, mistakes, told, isDone, save } =
    usePasswordChange(props);
  const [isShown, setShown] = useState(false);
  const type = isShown ? 'text' : 'password';
  return (
    <Card title={said.title} lead={said.lead}>
      <form className="account__form" onSubmit={(event) => void save(event)} noValidate>
        {told === null ? null : (
          <Banner tone={isDone ? 'calm' : 'notice'} icon={isDone ? 'check' : 'warn'}>
            {told}
          </Banner>
        )}
        <TextField
          label={said.current}
          type={type}
          autoComplete="current-password"
          spellCheck="false"
          maxLength={200}
          value={current}
          onChange={setCurrent}
          mistake={mistakes.current}
          validationBehavior="aria"
        />
        <TextField
          label={said.next}
          hint={said.nextHint}
          type={type}
          autoComplete="new-password"
          spellCheck="false"
          maxLength={200}
          value={next}
          onChange={setNext}
          mistake={mistakes.next}
          validationBehavior="aria"
        />
        <div className="account__acts">
          <Button kind="main" type="submit" isBusy={isBusy}>
            {said.save}
          </Button>
          <Button size="small" icon={isShown ? 'eyeOff' : 'eye'} onPress={() => setShown(!isShown)}>
            {isShown ? said.hide : said.show}
          </Button>
        </div>
      </form>
    </Card>
  );
};
