import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HalfSession, Invite, Session, SignInAnswer } from '@warmline/contracts';
import { Button, PanelState } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { acceptInvite, readInvite } from '../../features/invites/invite-requests';
import { inviteWords } from '../../features/invites/invite-words';
import { SecondFactorStep } from '../../features/sign-in/second-factor-step';
import { commonWords } from '../../shared/i18n/common-words';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { NewAccountForm } from '../../shared/session/new-account-form';
import { Refused, sessionQuery } from '../../shared/session/session-requests';
import { forgetInviteToken, inviteToken } from '../../shared/session/setup-token';
import { homeOf } from '../route-rules';
import { CardPage } from './card-page';

const said = inviteWords.accept;

const OVER: readonly Refusal[] = ['link_over', 'invite_used', 'invite_expired', 'invite_revoked'];

const whyOver = (refusal: Refusal): string =>
  refusal === 'link_over' ? said.unknown : refusalWords[refusal];

const Over = ({ title, why }: { readonly title: string; readonly why: string }) => {
  const navigate = useNavigate();
  return (
    <CardPage title={title} lead={why}>
      <Button kind="main" autoFocus onPress={() => void navigate({ to: '/sign-in', replace: true })}>
        {said.toSignIn}
      </Button>
    </CardPage>
  );
};

/** What the invite says; a server that cannot be reached may be asked again. */
const useInvite = (token: string | null) => {
  const parts = useParts();
  return useQuery<Invite | Refusal>({
    queryKey: ['invite'],
    enabled: token !== null,
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const answer = await readInvite(parts, token ?? '');
      if (answer.ok) return answer.value;
      if (answer.refusal === 'unavailable' || answer.refusal === 'busy') throw new Refused(answer.refusal);
      return answer.refusal;
    },
  });
};

/** What the link of an invite opens. The link is forgotten once it was used. */
export const InviteScreen = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(inviteToken);
  const query = useInvite(token);
  const [over, setOver] = useState<Refusal | null>(null);
  const [half, setHalf] = useState<HalfSession | null>(null);
  const enter = (session: Session): void => {
    queries.setQueryData(sessionQuery(parts).queryKey, session);
    void navigate({ to: homeOf(session.staff), replace: true });
  };
  const goOn = (answer: SignInAnswer): void => {
    forgetInviteToken();
    if ('next' in answer) setHalf(answer);
    else enter(answer);
  };
  if (half !== null)
    return (
      <CardPage title={said.title} lead={said.factor}>
        <SecondFactorStep
          half={half}
          onSignedIn={enter}
          onOver={() => void navigate({ to: '/sign-in', replace: true })}
        />
      </CardPage>
    );
  if (token === null) return <Over title={said.reopen} why={said.reopenWhy} />;
  const refusal = over ?? (typeof query.data === 'string' ? query.data : null);
  if (refusal !== null) return <Over title={said.over} why={whyOver(refusal)} />;
  const invite = typeof query.data === 'string' ? undefined : query.data;
  return (
    <CardPage
      title={said.title}
      lead={invite === undefined ? said.loading : said.lead(invite.service, invite.signInName)}
    >
      <PanelState
        content={invite}
        loading={said.loading}
        lines={3}
        hasFailed={query.isError}
        failed={said.unreachable}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(shown) => (
          <NewAccountForm
            known={shown}
            label={said.open}
            busyLabel={said.opening}
            send={({ name, password }) => acceptInvite(parts, { token, name, password })}
            onDone={goOn}
            over={OVER}
            onOver={setOver}
          />
        )}
      </PanelState>
    </CardPage>
  );
};
