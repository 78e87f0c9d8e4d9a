import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Access, AccessProposal, AccessWaiting, AgreedAccess } from '@warmline/contracts';
import { Banner, Button, Card, Dialog, DialogFoot, Empty, PanelState } from '@warmline/ui';
import type { Refusal } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { roleWords } from '../../shared/i18n/role-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { accessQuery, agreeToAccess, declineAccess } from './access-requests';
import { accessWords } from './access-words';
import './access.css';

const said = accessWords;
const when = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** What is different: the role, the account, or both. */
const sidesOf = ({ from, to }: Pick<AccessProposal, 'from' | 'to'>): readonly [string, string] => {
  const told = ({ role, active }: Access): string =>
    [
      ...(from.role === to.role && from.active !== to.active ? [] : [roleWords[role]]),
      ...(from.active === to.active ? [] : [said.account[`${active}`]]),
    ].join(', ');
  return [told(from), told(to)];
};

const TOLD: readonly Refusal[] = ['proof_old', 'proposal_over', 'not_yourself'];
const troubleOf = (refusal: Refusal): string =>
  TOLD.includes(refusal) ? refusalWords[refusal] : said.notDone;

type InConversation = Extract<AgreedAccess, { outcome: 'in_conversation' }>['people'];

/** What waits, and what can be done with it. Every answer is the list as it is afterwards. */
const useWaiting = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(accessQuery(parts));
  const { ask, dialog } = useFreshProof();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ proposal: AccessProposal; people: InConversation } | null>(null);
  const show = async ({ waiting }: AccessWaiting): Promise<void> => {
    // An answer that is on its way is older.
    await queries.cancelQueries({ queryKey: accessQuery(parts).queryKey });
    queries.setQueryData(accessQuery(parts).queryKey, { waiting });
  };
  const note = (answer: HttpAnswer<unknown>): void => {
    setDone(null);
    setTrouble(answer.ok ? null : troubleOf(answer.refusal));
    if (!answer.ok && answer.refusal === 'proposal_over') void query.refetch();
  };
  return {
    query,
    dialog,
    trouble,
    done,
    asked,
    forgetAsked: () => setAsked(null),
    agree: async (proposal: AccessProposal, isConfirmed = false): Promise<void> => {
      setAsked(null);
      const answer = await ask(() => agreeToAccess(parts, proposal.id, isConfirmed));
      note(answer);
      if (!answer.ok) return;
      if (answer.value.outcome === 'in_conversation') {
        setAsked({ proposal, people: answer.value.people });
        return;
      }
      await show(answer.value);
      setDone(said.agreed(proposal.name));
      // The list of people has changed too.
      await queries.invalidateQueries({ queryKey: ['setup', 'people'] });
    },
    decline: async ({ id }: AccessProposal): Promise<void> => {
      const answer = await declineAccess(parts, id);
      note(answer);
      if (answer.ok) await show(answer.value);
    },
  };
};

interface ProposalProps {
  readonly proposal: AccessProposal;
  readonly onAgree: () => void;
  readonly onDecline: () => void;
}

const Acts = ({ proposal: { name, reader }, onAgree, onDecline }: ProposalProps) => {
  if (reader === 'concerned') return null;
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

const whyOf = ({ reader, name }: AccessProposal): string => {
  if (reader === 'proposer') return said.yours;
  return reader === 'concerned' ? said.aboutYou : said.signedOut(name);
};

const Proposal = (props: ProposalProps) => {
  const { proposal } = props;
  const { name, signInName, by, proposedAt, expiresAt } = proposal;
  const [was, becomes] = sidesOf(proposal);
  return (
    <Card title={`${name} (${signInName})`} actions={<Acts {...props} />}>
      <div className="access__words">
        <p>
          <strong aria-hidden="true">{said.from(was, becomes)}</strong>
          <span className="ui-unseen">{said.becomes(was, becomes)}</span>
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

/** Changes of who may do what that wait for a second person. */
export const AccessPage = () => {
  const { query, dialog, trouble, done, asked, forgetAsked, agree, decline } = useWaiting();
  return (
    <div className="board setup access">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
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
        {({ waiting }) =>
          waiting.length === 0 ? (
            <Empty icon="check" title={said.nothing}>
              {said.nothingMore}
            </Empty>
          ) : (
            waiting.map((proposal) => (
              <Proposal
                key={proposal.id}
                proposal={proposal}
                onAgree={() => void agree(proposal)}
                onDecline={() => void decline(proposal)}
              />
            ))
          )
        }
      </PanelState>
      {dialog}
      {asked === null ? null : (
        <InConversationDialog
          people={asked.people}
          onClose={forgetAsked}
          onAgree={() => void agree(asked.proposal, true)}
        />
      )}
    </div>
  );
};
