import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { HalfSession, Session, SignInAnswer } from '@warmline/contracts';
import { Button, Icon, Waiting } from '@warmline/ui';
import { SetUpForm } from '../../features/sign-in/set-up-form';
import { setUpWords } from '../../features/sign-in/set-up-words';
import { commonWords } from '../../shared/i18n/common-words';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { sessionQuery } from '../../shared/session/session-requests';
import { forgetSetupToken, setupToken } from '../../shared/session/setup-token';
import '../../features/sign-in/sign-in-form.css';

const SecondFactorStep = lazy(async () => ({
  default: (await import('../../features/sign-in/second-factor-step')).SecondFactorStep,
}));

const Card = (props: { readonly title: string; readonly lead: string; readonly children: ReactNode }) => (
  <main className="sign-in">
    <div className="sign-in__card">
      <p className="sign-in__product">
        <Icon name="speech" size={22} /> {commonWords.product}
      </p>
      <div role="status">
        <h1 className="sign-in__title">{props.title}</h1>
        <p className="sign-in__lead">{props.lead}</p>
      </div>
      {props.children}
    </div>
  </main>
);

/** What a set-up link opens. The link is forgotten once it cannot be used any more. */
export const SetUpScreen = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<'open' | 'over' | 'done'>('open');
  const [half, setHalf] = useState<HalfSession | null>(null);
  const token = setupToken();
  usePageName(setUpWords.title);
  const finish = (session: Session): void => {
    forgetSetupToken();
    queries.setQueryData(sessionQuery(parts).queryKey, session);
    setState('done');
  };
  const goOn = (answer: SignInAnswer): void => {
    if (!('next' in answer)) return finish(answer);
    // The account is there, and its link is used up.
    forgetSetupToken();
    setHalf(answer);
  };
  const end = (): void => {
    forgetSetupToken();
    setState('over');
  };
  if (state === 'done')
    return (
      <Card title={setUpWords.done} lead={setUpWords.doneWhy}>
        <Button kind="main" autoFocus onPress={() => void navigate({ to: '/', replace: true })}>
          {setUpWords.goOn}
        </Button>
      </Card>
    );
  if (half !== null)
    return (
      <Card title={setUpWords.title} lead={setUpWords.accountMade}>
        <Suspense fallback={<Waiting label={commonWords.loading} lines={3} />}>
          <SecondFactorStep
            half={half}
            onSignedIn={finish}
            onOver={() => void navigate({ to: '/sign-in', replace: true })}
          />
        </Suspense>
      </Card>
    );
  if (state === 'over' || token === null) {
    const isOver = state === 'over';
    return (
      <Card
        title={isOver ? setUpWords.over : setUpWords.reopen}
        lead={isOver ? setUpWords.overWhy : setUpWords.reopenWhy}
      >
        <Button kind="main" autoFocus onPress={() => void navigate({ to: '/sign-in', replace: true })}>
          {setUpWords.toSignIn}
        </Button>
      </Card>
    );
  }
  return (
    <Card title={setUpWords.title} lead={setUpWords.lead}>
      <SetUpForm token={token} onDone={goOn} onOver={end} />
    </Card>
  );
};
