import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Session } from '@warmline/contracts';
import { SignInForm } from '../../features/sign-in/sign-in-form';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { sessionQuery } from '../../shared/session/session-requests';
import { homeOf } from '../route-rules';

const route = getRouteApi('/sign-in');

export const SignInScreen = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { why } = route.useSearch();
  usePageName(signInWords.title);
  const enter = (session: Session): void => {
    queries.setQueryData(sessionQuery(parts).queryKey, session);
    // An administrator is sent on from there.
    void navigate({ to: homeOf(session.staff), replace: true });
  };
  return <SignInForm why={why} onSignedIn={enter} />;
};
