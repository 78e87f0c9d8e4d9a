import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { HalfSession, Session, SignInAnswer } from '@warmline/contracts';
import { Button, Waiting } from '@warmline/ui';
import { setUpWords } from '../../features/sign-in/set-up-words';
import { commonWords } from '../../shared/i18n/common-words';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { NewAccountForm } from '../../shared/session/new-account-form';
import { sessionQuery, setUpAdministrator } from '../../shared/session/session-requests';
import { forgetSetupToken, setupToken } from '../../shared/session/setup-token';
import { CardPage } from './card-page';

const SecondFactorStep = lazy(async () => ({
  default: (await import('../../features/sign-in/second-factor-step')).SecondFactorStep,
}));

const NOTHING = { name: '', signInName: '' };

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
      <CardPage title={setUpWords.done} lead={setUpWords.doneWhy}>
        <Button kind="main" autoFocus onPress={() => void navigate({ to: '/', replace: true })}>
          {setUpWords.goOn}
        </Button>
      </CardPage>
    );
  if (half !== null)
    return (
      <CardPage title={setUpWords.title} lead={setUpWords.accountMade}>
        <Suspense fallback={<Waiting label={commonWords.loading} lines={3} />}>
          <SecondFactorStep
            half={half}
            onSignedIn={finish}
            onOver={() => void navigate({ to: '/sign-in', replace: true })}
          />
        </Suspense>
      </CardPage>
    );
  if (state === 'over' || token === null) {
    const isOver = state === 'over';
    return (
      <CardPage
        title={isOver ? setUpWords.over : setUpWords.reopen}
        lead={isOver ? setUpWords.overWhy : setUpWords.reopenWhy}
      >
        <Button kind="main" autoFocus onPress={() => void navigate({ to: '/sign-in', replace: true })}>
          {setUpWords.toSignIn}
        </Button>
      </CardPage>
    );
  }
  return (
    <CardPage title={setUpWords.title} lead={setUpWords.lead}>
      <NewAccountForm
        known={NOTHING}
        label={setUpWords.create}
        busyLabel={setUpWords.creating}
        send={(account) => setUpAdministrator(parts, { token, ...account })}
        onDone={goOn}
        over={['link_over']}
        onOver={end}
      />
    </CardPage>
  );
};
