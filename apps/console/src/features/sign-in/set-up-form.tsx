import { useRef, useState, type FormEvent } from 'react';
import type { SetUp, SignInAnswer } from '@warmline/contracts';
import { Banner, Button, TextField } from '@warmline/ui';
import { isBlank, passwordFlaw, SIGN_IN_NAME, STAFF_NAME_MOST, type Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { setUpAdministrator } from '../../shared/session/session-requests';
import { setUpWords } from './set-up-words';
import './sign-in-form.css';

export interface SetUpFormProps {
  /** The secret of the link. */
  readonly token: string;
  readonly onDone: (answer: SignInAnswer) => void;
  /** The link cannot be used any more. */
  readonly onOver: () => void;
}

type Typed = Omit<SetUp, 'token'>;
type Mistakes = Readonly<Partial<Record<keyof Typed, string>>>;

const FIELDS = ['name', 'signInName', 'password'] as const;

const mistakesIn = ({ name, signInName, password }: Typed): Mistakes => {
  const flaw = passwordFlaw(password, [name, signInName]);
  return {
    ...(isBlank(name) ? { name: setUpWords.nameMissing } : {}),
    ...(SIGN_IN_NAME.test(signInName) ? {} : { signInName: setUpWords.signInNameWrong }),
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
  if (refusal === 'busy') return setUpWords.busy;
  if (refusal === 'unavailable') return setUpWords.unreachable;
  return refusal === 'control_character' ? refusalWords.control_character : setUpWords.otherwise;
};

const useSetUp = ({ token, onDone, onOver }: SetUpFormProps) => {
  const parts = useParts();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (typed: Typed): Promise<Mistakes> => {
    setBusy(true);
    setTrouble(null);
    const answer = await setUpAdministrator(parts, { token, ...typed });
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else if (answer.refusal === 'link_over') onOver();
    else {
      const mistakes = mistakeFrom(answer.refusal);
      if (Object.keys(mistakes).length > 0) return mistakes;
      setTrouble(troubleWords(answer.refusal));
    }
    return {};
  };
  return { isBusy, trouble, submit };
};

/** Name, sign-in name and password of the first administrator. */
export const SetUpForm = (props: SetUpFormProps) => {
  const { isBusy, trouble, submit } = useSetUp(props);
  const [name, setName] = useState('');
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const form = useRef<HTMLFormElement>(null);

  const show = (found: Mistakes): boolean => {
    setMistakes(found);
    const first = FIELDS.find((field) => field in found);
    if (first !== undefined) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    return first !== undefined;
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    const typed = { name: name.trim(), signInName: signInName.trim().toLowerCase(), password };
    if (!show(mistakesIn(typed))) void submit(typed).then(show);
  };

  return (
    <form className="sign-in__set-up" ref={form} onSubmit={onSubmit} noValidate>
      {trouble === null ? null : (
        <Banner tone="notice" icon="warn">
          {trouble}
        </Banner>
      )}
      <TextField
        label={setUpWords.name}
        hint={setUpWords.nameHint}
        name="name"
        autoComplete="name"
        maxLength={STAFF_NAME_MOST}
        value={name}
        onChange={setName}
        mistake={mistakes.name}
        validationBehavior="aria"
        autoFocus
      />
      <TextField
        label={setUpWords.signInName}
        hint={setUpWords.signInNameHint}
        name="signInName"
        autoComplete="username"
        spellCheck="false"
        maxLength={STAFF_NAME_MOST}
        value={signInName}
        onChange={setSignInName}
        mistake={mistakes.signInName}
        validationBehavior="aria"
      />
      <TextField
        label={setUpWords.password}
        hint={setUpWords.passwordHint}
        name="password"
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
        {isShown ? setUpWords.hide : setUpWords.show}
      </Button>
      <Button kind="main" type="submit" isBusy={isBusy}>
        {isBusy ? setUpWords.creating : setUpWords.create}
      </Button>
    </form>
  );
};
