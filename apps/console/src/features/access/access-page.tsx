import { useState } from 'react';
import type { Access, AccessProposal, AccessWaiting, InviteLink } from '@warmline/contracts';
import { Banner, Button, Card, Dialog, DialogFoot, Empty, PanelState, Table } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { roleWords } from '../../shared/i18n/role-words';
import { PassOnLink } from '../../shared/session/pass-on-link';
import { accessWords } from './access-words';
import './access.css';
import { RecoveryDialog } from './recovery-dialog';
import { useAccess, type InConversation } from './use-access';

const said = accessWords;
const when = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

type Change = Pick<AccessProposal, 'kind' | 'from' | 'to'>;

/** What is different: the role, the account, or both. */
const sidesOf = ({ from, to }: Change): readonly [string, string] => {
  const rolesOf = ({ role, furtherRoles }: Access): string =>
    [role, ...furtherRoles].map((one) => roleWords[one]).join(', ');
  const isSameRoles = rolesOf(from) === rolesOf(to);
  const told = (access: Access): string =>
    [
      ...(isSameRoles ? [] : [rolesOf(access)]),
      ...(from.active === to.active ? [] : [said.account[`${access.active}`]]),
    ].join(', ');
  return [told(from), told(to)];
};

interface ProposalProps {
  readonly proposal: AccessProposal;
  readonly onAgree: () => void;
  readonly onDecline: () => void;
}

const Acts = ({ proposal: { name, reader }, onAgree, onDecline }: ProposalProps) => {
  if (reader === 'concerned' || reader === 'link_giver') return null;
  if (reader === 'proposer')
    return (
      <Button size="small" aria-label={said.withdrawOf(name)} onPress={onDecline}>
        {said.withdraw}
      </Button>
    );
  return (
    <span className="access__acts">
      <Button size="small" kind="main" aria-label={said.agreeOf(name)} onPress={onAgree}>
        {said.agree}
      </Button>
      <Button size="small" aria-label={said.declineOf(name)} onPress={onDecline}>
        {said.decline}
      </Button>
    </span>
  );
};

/** In an arrow for the eye, in words for a screen reader. */
const WhatChanges = ({ change }: { readonly change: Change }) => {
  if (change.kind !== 'access')
    return <strong>{change.kind === 'recovery' ? said.recovery.what : said.leaving}</strong>;
  const [was, becomes] = sidesOf(change);
  return (
    <>
      <strong aria-hidden="true">{said.from(was, becomes)}</strong>
      <span className="ui-unseen">{said.becomes(was, becomes)}</span>
    </>
  );
};

const whyOf = ({ reader, name, kind, by }: AccessProposal): string => {
  if (reader === 'proposer') return said.yours;
  if (reader === 'link_giver') return said.gaveLink(by);
  return reader === 'concerned' ? said.aboutYou : said.whenAgreed[kind](name);
};

const Proposal = (props: ProposalProps) => {
  const { proposal } = props;
  const { name, signInName, by, proposedAt, expiresAt } = proposal;
  return (
    <Card title={`${name} (${signInName})`} actions={<Acts {...props} />}>
      <div className="access__words">
        <p>
          <WhatChanges change={proposal} />
        </p>
        <p>{said.proposed(by, when.format(proposedAt), when.format(expiresAt))}</p>
        <p>{whyOf(proposal)}</p>
      </div>
    </Card>
  );
};

interface InConversationProps {
  readonly people: InConversation;
  readonly onClose: () => void;
  readonly onAgree: () => void;
}

const InConversationDialog = ({ people, onClose, onAgree }: InConversationProps) => (
  <Dialog title={said.inConversationTitle} isOpen onClose={onClose}>
    {people.map((person) => (
      <p key={person.name}>{said.inConversation(person)}</p>
    ))}
    <DialogFoot>
      <Button autoFocus onPress={onClose}>
        {commonWords.cancel}
      </Button>
      <Button kind="grave" onPress={onAgree}>
        {said.agreeAnyway}
      </Button>
    </DialogFoot>
  </Dialog>
);

/** Shown once, to the second person: only the button closes it. */
const InviteDialog = ({ invite, onDone }: { readonly invite: InviteLink; readonly onDone: () => void }) => (
  <Dialog title={said.recovery.made} isOpen onClose={() => undefined}>
    <p>{said.recovery.madeLead}</p>
    <PassOnLink invite={invite} />
    <DialogFoot>
      <Button kind="main" onPress={onDone}>
        {said.recovery.passedOn}
      </Button>
    </DialogFoot>
  </Dialog>
);

/** What two people agreed to lately, so that everyone who could have been asked hears of it. */
const Agreed = ({ agreed }: Pick<AccessWaiting, 'agreed'>) =>
  agreed.length === 0 ? null : (
    <Card title={said.lately}>
      <Table
        label={said.lately}
        className="setup__table"
        rows={agreed}
        rowKey={({ id }) => id}
        hasRowHeaders
        columns={[
          { key: 'name', title: said.person, cell: ({ name }) => name },
          {
            key: 'what',
            className: 'setup__cell',
            title: said.what,
            cell: (change) => <WhatChanges change={change} />,
          },
          {
            key: 'by',
            className: 'setup__cell',
            title: said.by,
            cell: ({ by, agreedBy }) => said.byBoth(by, agreedBy),
          },
          { key: 'at', className: 'setup__cell', title: said.at, cell: ({ at }) => when.format(at) },
        ]}
      />
    </Card>
  );

interface WaitingProps extends AccessWaiting {
  readonly onAgree: (proposal: AccessProposal) => void;
  readonly onDecline: (proposal: AccessProposal) => void;
}

const Waiting = ({ waiting, agreed, onAgree, onDecline }: WaitingProps) => (
  <>
    {waiting.length === 0 ? (
      <Empty icon="check" title={said.nothing}>
        {said.nothingMore}
      </Empty>
    ) : (
      waiting.map((proposal) => (
        <Proposal
          key={proposal.id}
          proposal={proposal}
          onAgree={() => onAgree(proposal)}
          onDecline={() => onDecline(proposal)}
        />
      ))
    )}
    <Agreed agreed={agreed} />
  </>
);

/** What waits for a second person: changes of who may do what, and people who have lost everything they sign in with. */
export const AccessPage = () => {
  const access = useAccess();
  const { query, trouble, done, asked, invite } = access;
  const [isRecovering, setRecovering] = useState(false);
  return (
    <div className="board setup access">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
        <Button onPress={() => setRecovering(true)}>{said.recovery.open}</Button>
      </div>
      {trouble === null ? null : <Banner tone="grave">{trouble}</Banner>}
      {done === null ? null : <Banner icon="check">{done}</Banner>}
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(view) => (
          <Waiting
            {...view}
            onAgree={(proposal) => void access.agree(proposal)}
            onDecline={(proposal) => void access.decline(proposal)}
          />
        )}
      </PanelState>
      {isRecovering ? <RecoveryDialog onSend={access.recover} onClose={() => setRecovering(false)} /> : null}
      {access.dialog}
      {asked === null ? null : (
        <InConversationDialog
          people={asked.people}
          onClose={access.forgetAsked}
          onAgree={() => void access.agree(asked.proposal, true)}
        />
      )}
      {invite === null ? null : <InviteDialog invite={invite} onDone={access.forgetInvite} />}
    </div>
  );
};
