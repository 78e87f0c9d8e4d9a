import { useRef, useState, type FormEvent } from 'react';
import type { SetUp, SignInAnswer } from '@warmline/contracts';
import { Banner, Button, TextField } from '@warmline/ui';
import {
  hasHiddenInName,
  isBlank,
  passwordFlaw,
  SIGN_IN_NAME,
  STAFF_NAME_MOST,
  type Refusal,
} from '@warmline/vocabulary';
import { refusalWords } from '../i18n/refusal-words';
import type { HttpAnswer } from './ask-http';
import { newAccountWords } from './new-account-words';

const said = newAccountWords;

export type NewAccount = Omit<SetUp, 'token'>;
type Mistakes = Readonly<Partial<Record<keyof NewAccount, string>>>;

const FIELDS = ['name', 'signInName', 'password'] as const;

export interface NewAccountFormProps {
  /** What is known before; an empty sign-in name is asked for. */
  readonly known: Pick<NewAccount, 'name' | 'signInName'>;
  readonly label: string;
  readonly busyLabel: string;
  readonly send: (account: NewAccount) => Promise<HttpAnswer<SignInAnswer>>;
  readonly onDone: (answer: SignInAnswer) => void;
  /** Refusals after which the link does not work any more, and what happens then. */
  readonly over: readonly Refusal[];
  readonly onOver: (refusal: Refusal) => void;
}

const mistakesIn = ({ name, signInName, password }: NewAccount, asksSignInName: boolean): Mistakes => {
  const flaw = passwordFlaw(password, [name, signInName]);
  return {
    ...(isBlank(name) ? { name: said.nameMissing } : {}),
    ...(hasHiddenInName(name.trim()) ? { name: said.nameHidden } : {}),
    ...(asksSignInName && !SIGN_IN_NAME.test(signInName) ? { signInName: said.signInNameWrong } : {}),
    ...(flaw === null ? {} : { password: refusalWords[flaw] }),
  };
};

/** What the server refused about one field. */
const mistakeFrom = (refusal: Refusal): Mistakes => {
  if (refusal === 'name_taken') return { signInName: refusalWords.name_taken };
  if (refusal === 'password_too_short' || refusal === 'password_too_common')
    return { password: refusalWords[refusal] };
  return {};
};

const troubleWords = (refusal: Refusal): string => {
  if (refusal === 'busy') return said.busy;
  if (refusal === 'unavailable') return said.unreachable;
  return refusal === 'control_character' ? refusalWords.control_character : said.otherwise;
};

const useSending = ({ send, over, onDone, onOver }: NewAccountFormProps) => {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (account: NewAccount): Promise<Mistakes> => {
    setBusy(true);
    setTrouble(null);
    const answer = await send(account);
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else if (over.includes(answer.refusal)) onOver(answer.refusal);
    else {
      const mistakes = mistakeFrom(answer.refusal);
      if (Object.keys(mistakes).length > 0) return mistakes;
      setTrouble(troubleWords(answer.refusal));
    }
    return {};
  };
  return { isBusy, trouble, submit };
};

const PasswordField = ({
  value,
  mistake,
  onChange,
}: {
  readonly value: string;
  readonly mistake: string | undefined;
  readonly onChange: (password: string) => void;
}) => {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        label={said.password}
        hint={said.passwordHint}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck="false"
        maxLength={200}
        value={value}
        onChange={onChange}
        mistake={mistake}
        validationBehavior="aria"
      />
      <Button size="small" icon={isShown ? 'eyeOff' : 'eye'} onPress={() => setShown(!isShown)}>
        {isShown ? said.hide : said.show}
      </Button>
    </>
  );
};

/** The name and the password of someone who makes their account with a link. What was typed stays until it is done. */
export const NewAccountForm = (props: NewAccountFormProps) => {
  const { known, label, busyLabel } = props;
  const asksSignInName = known.signInName === '';
  const { isBusy, trouble, submit } = useSending(props);
  const [account, setAccount] = useState<NewAccount>({ ...known, password: '' });
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const form = useRef<HTMLFormElement>(null);
  const change = (over: Partial<NewAccount>): void => setAccount((before) => ({ ...before, ...over }));

  const show = (found: Mistakes): boolean => {
    setMistakes(found);
    const first = FIELDS.find((field) => field in found);
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    return first !== undefined;
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    const { name, signInName, password } = account;
    const typed = { name: name.trim(), signInName: signInName.trim().toLowerCase(), password };
    if (!show(mistakesIn(typed, asksSignInName))) void submit(typed).then(show);
  };

  return (
    <form className="sign-in__set-up" ref={form} onSubmit={onSubmit} noValidate>
      {trouble === null ? null : (
        <Banner tone="notice" icon="warn">
          {trouble}
        </Banner>
      )}
      <TextField
        label={said.name}
        hint={said.nameHint}
        name="name"
        autoComplete="name"
        maxLength={STAFF_NAME_MOST}
        value={account.name}
        onChange={(name) => change({ name })}
        mistake={mistakes.name}
        validationBehavior="aria"
        autoFocus
      />
      {asksSignInName ? (
        <TextField
          label={said.signInName}
          hint={said.signInNameHint}
          name="signInName"
          autoComplete="username"
          spellCheck="false"
          maxLength={STAFF_NAME_MOST}
          value={account.signInName}
          onChange={(signInName) => change({ signInName })}
          mistake={mistakes.signInName}
          validationBehavior="aria"
        />
      ) : null}
      <PasswordField
        value={account.password}
        mistake={mistakes.password}
        onChange={(password) => change({ password })}
      />
      <Button kind="main" type="submit" isBusy={isBusy}>
        {isBusy ? busyLabel : label}
      </Button>
    </form>
  );
};
