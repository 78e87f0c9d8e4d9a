import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Account, Session } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { useParts, type ConsoleParts } from '../../shared/page/parts';
import { accountQuery } from '../../shared/session/account-query';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { sessionQuery } from '../../shared/session/session-requests';

export type Ask = (parts: ConsoleParts) => Promise<HttpAnswer<Account>>;

/** The own account. `change` answers null once it is done, or why it was not. */
export const useAccount = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(accountQuery(parts));
  const change = async (ask: Ask): Promise<Refusal | null> => {
    const answer = await ask(parts);
    if (!answer.ok) return answer.refusal;
    const { name, visitorName } = answer.value;
    queries.setQueryData(accountQuery(parts).queryKey, answer.value);
    queries.setQueryData<Session | null>(sessionQuery(parts).queryKey, (session) =>
      session ? { staff: { ...session.staff, name: visitorName ?? name } } : session,
    );
    return null;
  };
  return { query, change };
};

export type ChangeAccount = ReturnType<typeof useAccount>['change'];
