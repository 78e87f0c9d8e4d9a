import { QueryObserver, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import { Banner } from '@warmline/ui';
import { useParts } from '../../shared/page/parts';
import { ownRotaQuery } from './rota-requests';
import { swapTold } from './rota-told';
import { rotaWords } from './rota-words';

/** What a colleague asks of this person, in words; null for nothing. Nothing is drawn again while it stays the same. */
const useAsked = (): string | null => {
  const parts = useParts();
  const queries = useQueryClient();
  const observer = useMemo(() => new QueryObserver(queries, ownRotaQuery(parts)), [queries, parts]);
  const subscribe = useMemo(() => observer.subscribe.bind(observer), [observer]);
  return useSyncExternalStore(subscribe, () => {
    const { data: own } = observer.getCurrentResult();
    const asked = own?.swaps.find(({ state, mine }) => state === 'asked' && mine === 'answers');
    return own === undefined || asked === undefined ? null : swapTold(asked, own.zone);
  });
};

/** On the desk of someone who is asked to take a shift: their answer is on the page of their account. */
export const SwapAlert = () => {
  const asked = useAsked();
  return asked === null ? null : (
    <Banner icon="clock" actions={<Link to="/account">{rotaWords.answerSwap}</Link>}>
      {asked}
    </Banner>
  );
};
