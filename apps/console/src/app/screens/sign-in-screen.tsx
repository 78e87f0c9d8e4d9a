import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Session } from '@warmline/contracts';
import { SignInForm } from '../../features/session/sign-in-form';
import { useParts } from '../parts';
import { sessionQuery } from '../session/session-requests';

const route = getRouteApi('/sign-in');

export const SignInScreen = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { why } = route.useSearch();
  const enter = (session: Session): void => {
    queries.setQueryData(sessionQuery(parts).queryKey, session);
    // An administrator is sent on from there.
    void navigate({ to: session.staff.role === 'supervisor' ? '/now' : '/' });
  };
  return <SignInForm why={why} onSignedIn={enter} />;
};
