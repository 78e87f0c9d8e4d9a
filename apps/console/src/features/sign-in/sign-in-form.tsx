import { lazy, Suspense, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { HalfSession, Session } from '@warmline/contracts';
import { Banner, Button, Icon, TextField, Waiting } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { useParts } from '../../shared/page/parts';
import { ServiceLine } from '../../shared/page/service-line';
import { takeWayBack, type WayBack } from '../../shared/session/provider-requests';
import { signIn } from '../../shared/session/session-requests';
import type { SessionLoss } from '../../shared/session/session-state';
import { PasskeyButton } from './passkey-button';
import { ProviderButton } from './provider-button';
import { signInWords } from './sign-in-words';
import './sign-in-form.css';

export interface SignInFormProps {
  /** Why the person is here although they were signed in before. */
  readonly why: SessionLoss | 'left' | undefined;
  readonly onSignedIn: (session: Session) => void;
}

const refusedWords = (refusal: Refusal, isTrying: boolean): string => {
  switch (refusal) {
    case 'wrong_sign_in':
    case 'malformed':
      return signInWords.wrong;
    case 'busy':
      return isTrying ? signInWords.busy : signInWords.stillBusy;
    case 'half_session_over':
      return signInWords.tookLong;
    case 'unavailable':
      return signInWords.unreachable;
    default:
      return signInWords.otherwise;
  }
};

/** Loaded once the password was right. */
const SecondFactorStep = lazy(async () => ({
  default: (await import('./second-factor-step')).SecondFactorStep,
}));

/** While too many are signing in, the page tries again by itself after these waits (ms). */
const BUSY_WAITS = [2_000, 4_000, 8_000, 15_000];

interface Mistakes {
  readonly signInName?: string;
  readonly password?: string;
}

const mistakesIn = (signInName: string, password: string): Mistakes => ({
  ...(signInName.trim() === '' ? { signInName: signInWords.nameMissing } : {}),
  ...(password === '' ? { password: signInWords.passwordMissing } : {}),
});

const PROVIDER_TROUBLE = ['unreachable', 'refused', 'over', 'unlinked', 'asked'] as const;

/** What is next where the browser comes back from the identity provider: it has half a session already. */
const halfOf = (way: WayBack | null): HalfSession | null =>
  way === 'prove' || way === 'enrol' ? { next: way } : null;

const providerTrouble = (way: WayBack | null): string | null => {
  const trouble = PROVIDER_TROUBLE.find((each) => each === way);
  return trouble === undefined ? null : signInWords.provider[trouble];
};

const useSignIn = (onSignedIn: SignInFormProps['onSignedIn']) => {
  const parts = useParts();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wayBack] = useState(takeWayBack);
  const [half, setHalf] = useState<HalfSession | null>(() => halfOf(wayBack));
  const submit = async (signInName: string, password: string): Promise<boolean> => {
    setBusy(true);
    setRefusal(null);
    const credentials = { signInName: signInName.trim(), password };
    let answer = await signIn(parts, credentials);
    for (const wait of BUSY_WAITS) {
      if (answer.ok || answer.refusal !== 'busy') break;
      setRefusal('busy');
      await new Promise<void>((resolve) => parts.clock.after(wait, resolve));
      answer = await signIn(parts, credentials);
    }
    setBusy(false);
    if (!answer.ok) setRefusal(answer.refusal);
    else if ('next' in answer.value) setHalf(answer.value);
    else onSignedIn(answer.value);
    return answer.ok;
  };
  const startAgain = (): void => {
    setHalf(null);
    setRefusal('half_session_over');
  };
  return { isBusy, refusal, trouble: providerTrouble(wayBack), half, submit, startAgain };
};

interface FieldsProps {
  readonly onSignedIn: (session: Session) => void;
  /** What is said above the fields until a try was refused. */
  readonly note: ReactNode;
}

/** Name, password and the button, with what was wrong with the last try. */
export const SignInFields = ({ onSignedIn, note }: FieldsProps) => {
  const { isBusy, refusal, trouble, half, submit, startAgain } = useSignIn(onSignedIn);
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const form = useRef<HTMLFormElement>(null);

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    const found = mistakesIn(signInName, password);
    setMistakes(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    void submit(signInName, password);
  };

  if (half !== null)
    return (
      <Suspense fallback={<Waiting label={commonWords.loading} lines={3} />}>
        <SecondFactorStep half={half} onSignedIn={onSignedIn} onOver={startAgain} />
      </Suspense>
    );
  return (
    <form className="sign-in__fields" ref={form} onSubmit={onSubmit} noValidate>
      {navigator.cookieEnabled ? null : (
        <Banner tone="notice" icon="warn">
          {signInWords.cookiesBlocked}
        </Banner>
      )}
      {refusal === null && trouble === null ? (
        note
      ) : (
        <Banner tone="notice" icon="warn">
          {refusal === null ? trouble : refusedWords(refusal, isBusy)}
        </Banner>
      )}
      <TextField
        label={signInWords.signInName}
        name="signInName"
        autoComplete="username"
        spellCheck="false"
        maxLength={100}
        value={signInName}
        onChange={setSignInName}
        mistake={mistakes.signInName}
        validationBehavior="aria"
        autoFocus
      />
      <TextField
        label={signInWords.password}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
        mistake={mistakes.password}
        validationBehavior="aria"
      />
      <Button kind="main" type="submit" isBusy={isBusy}>
        {isBusy ? signInWords.signingIn : signInWords.signIn}
      </Button>
      <PasskeyButton onSignedIn={onSignedIn} />
      <ProviderButton />
    </form>
  );
};

export const SignInForm = ({ why, onSignedIn }: SignInFormProps) => (
  <main className="sign-in">
    <div className="sign-in__card">
      <p className="sign-in__product">
        <Icon name="speech" size={22} /> {commonWords.product}
      </p>
      <ServiceLine />
      <div>
        <h1 className="sign-in__title">{signInWords.title}</h1>
        <p className="sign-in__lead">{signInWords.lead}</p>
      </div>
      <SignInFields
        onSignedIn={onSignedIn}
        note={why === undefined ? null : <Banner icon="note">{signInWords.why[why]}</Banner>}
      />
    </div>
  </main>
);
