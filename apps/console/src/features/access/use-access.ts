import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessProposal, AccessWaiting, AgreedAccess, InviteLink } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { accessQuery, agreeToAccess, declineAccess, proposeRecovery } from './access-requests';
import { accessWords } from './access-words';

const said = accessWords;
const TOLD: readonly Refusal[] = ['proof_old', 'proposal_over', 'not_yourself'];
const troubleOf = (refusal: Refusal): string =>
  TOLD.includes(refusal) ? refusalWords[refusal] : said.notDone;

const whyNotRecovered = (refusal: Refusal): string => said.recovery.refused[refusal] ?? troubleOf(refusal);

export type InConversation = Extract<AgreedAccess, { outcome: 'in_conversation' }>['people'];

/** What waits, and how an answer takes its place. */
const useWaiting = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(accessQuery(parts));
  const show = async ({ waiting, agreed }: AccessWaiting): Promise<void> => {
    // An answer that is on its way is older.
    await queries.cancelQueries({ queryKey: accessQuery(parts).queryKey });
    queries.setQueryData(accessQuery(parts).queryKey, { waiting, agreed });
  };
  return { parts, queries, query, show };
};

/** What waits, and what can be done with it. Every answer is the list as it is afterwards. */
export const useAccess = () => {
  const { parts, queries, query, show } = useWaiting();
  const { ask, dialog } = useFreshProof();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [invite, setInvite] = useState<InviteLink | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ proposal: AccessProposal; people: InConversation } | null>(null);
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
    invite,
    forgetInvite: () => setInvite(null),
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
      setDone(said.agreed[proposal.kind](proposal.name));
      setInvite(answer.value.invite);
      // The list of people has changed too.
      await queries.invalidateQueries({ queryKey: ['setup', 'people'] });
    },
    /** Null when it waits for a second person; otherwise what is wrong, in words. */
    recover: async (signInName: string): Promise<string | null> => {
      const answer = await ask(() => proposeRecovery(parts, signInName));
      if (answer.ok) await show(answer.value);
      return answer.ok ? null : whyNotRecovered(answer.refusal);
    },
    decline: async ({ id }: AccessProposal): Promise<void> => {
      const answer = await declineAccess(parts, id);
      note(answer);
      if (answer.ok) await show(answer.value);
    },
  };
};
