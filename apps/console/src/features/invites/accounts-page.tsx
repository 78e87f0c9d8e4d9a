import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitedPerson, InviteLink, Invites } from '@warmline/contracts';
import { Banner, Button, Card, Dialog, DialogFoot, PanelState, Table } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { roleWords } from '../../shared/i18n/role-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { PassOnLink } from '../../shared/session/pass-on-link';
import { invitesQuery, makeInvite, revokeInvite } from './invite-requests';
import { inviteWords } from './invite-words';

const said = inviteWords;
const when = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium', timeStyle: 'short' });

const stateOf = ({ isOpened, invite }: InvitedPerson): string => {
  if (isOpened) return said.states.opened;
  if (invite === null) return said.states.never;
  const state = said.states[invite.state](when.format(invite.expiresAt));
  if (invite.mailed === null || invite.state !== 'open') return state;
  const { at, result } = invite.mailed;
  return said.mailed(state, result === 'sent' ? said.mailSent(when.format(at)) : said.mailFailed);
};

const troubleOf = (refusal: Refusal): string => {
  if (refusal === 'not_allowed') return said.agreedByOther;
  return refusal === 'proof_old' ? refusalWords.proof_old : said.notDone;
};

const useInvites = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(invitesQuery(parts));
  const [made, setMade] = useState<InviteLink | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { ask, dialog } = useFreshProof();
  const note = (answer: HttpAnswer<unknown>): void =>
    setTrouble(answer.ok ? null : troubleOf(answer.refusal));
  const show = ({ people }: Invites): void => {
    queries.setQueryData(invitesQuery(parts).queryKey, { people });
  };
  return {
    query,
    made,
    forgetMade: () => setMade(null),
    dialog,
    trouble,
    make: async (id: string): Promise<void> => {
      const answer = await ask(() => makeInvite(parts, id));
      note(answer);
      if (!answer.ok) return;
      show(answer.value);
      setMade(answer.value.made);
    },
    revoke: async (id: string): Promise<void> => {
      const answer = await ask(() => revokeInvite(parts, id));
      note(answer);
      if (answer.ok) show(answer.value);
    },
  };
};

interface ActsProps {
  readonly person: InvitedPerson;
  readonly onMake: () => void;
  readonly onRevoke: () => void;
}

const Acts = ({ person, onMake, onRevoke }: ActsProps) =>
  person.isOpened ? null : (
    <>
      <Button size="small" aria-label={said.makeOf(person.name)} onPress={onMake}>
        {said.make}
      </Button>
      {person.invite?.state === 'open' ? (
        <Button size="small" kind="quiet" aria-label={said.revokeOf(person.name)} onPress={onRevoke}>
          {said.revoke}
        </Button>
      ) : null}
    </>
  );

/** Who has opened their account, and links for those who have not. */
export const AccountsPage = () => {
  const { query, made, forgetMade, dialog, trouble, make, revoke } = useInvites();
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
      </div>
      {trouble === null ? null : <Banner tone="grave">{trouble}</Banner>}
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ people }) => (
          <Card title={said.people} isTitleHidden>
            <Table
              label={said.people}
              className="setup__table"
              rows={people}
              rowKey={({ id }) => id}
              hasRowHeaders
              columns={[
                { key: 'name', title: said.name, cell: ({ name }) => name },
                {
                  key: 'sign_in_name',
                  className: 'setup__cell',
                  title: said.signInName,
                  cell: ({ signInName }) => signInName,
                },
                {
                  key: 'role',
                  className: 'setup__cell',
                  title: said.role,
                  cell: ({ role }) => roleWords[role],
                },
                { key: 'state', className: 'setup__cell', title: said.state, cell: stateOf },
                {
                  key: 'acts',
                  title: said.acts,
                  kind: 'actions',
                  isEmpty: ({ isOpened }) => isOpened,
                  cell: (person) => (
                    <Acts
                      person={person}
                      onMake={() => void make(person.id)}
                      onRevoke={() => void revoke(person.id)}
                    />
                  ),
                },
              ]}
            />
          </Card>
        )}
      </PanelState>
      {dialog}
      {made === null ? null : (
        <Dialog title={said.made} isOpen onClose={() => undefined}>
          <p>{said.madeLead}</p>
          <PassOnLink invite={made} />
          <DialogFoot>
            <Button kind="main" onPress={forgetMade}>
              {said.done}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </div>
  );
};
