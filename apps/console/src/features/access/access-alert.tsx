import { QueryObserver, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import { Banner } from '@warmline/ui';
import { useParts } from '../../shared/page/parts';
import { accessQuery } from './access-requests';
import { accessWords } from './access-words';

/** How many changes this person can be the second person of. Nothing is drawn again while it stays the same. */
const useWaitingForMe = (): number => {
  const parts = useParts();
  const queries = useQueryClient();
  const observer = useMemo(() => new QueryObserver(queries, accessQuery(parts)), [queries, parts]);
  const subscribe = useMemo(() => observer.subscribe.bind(observer), [observer]);
  return useSyncExternalStore(subscribe, () => {
    const { waiting = [] } = observer.getCurrentResult().data ?? {};
    return waiting.filter(({ reader }) => reader === 'second').length;
  });
};

/** Above every page of those who may agree. */
export const AccessAlert = ({ to }: { readonly to: '/access' | '/setup/access' }) => {
  const count = useWaitingForMe();
  return count === 0 ? null : (
    <Banner tone="notice" icon="question" actions={<Link to={to}>{accessWords.look}</Link>}>
      {accessWords.alert(count)}
    </Banner>
  );
};
