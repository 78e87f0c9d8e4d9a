import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Holds } from '@warmline/contracts';
import { Banner } from '@warmline/ui';
import { useParts } from '../../shared/page/parts';
import { holdsQuery } from './holds-requests';
import { holdsWords } from './holds-words';

/** What this person can be the second person of, and holds to look at again: how many, and since when the oldest waits. */
export interface HoldsWaiting {
  readonly count: number;
  readonly since: number;
}

const waitingFor = ({ mayDecide, requests, holds }: Holds): HoldsWaiting | null => {
  const waits = [
    ...requests.filter(({ isOwn }) => !isOwn).map(({ askedAt }) => askedAt),
    ...holds.filter(({ isDue }) => isDue).map(({ reviewBy }) => reviewBy),
  ];
  return mayDecide && waits.length > 0 ? { count: waits.length, since: Math.min(...waits) } : null;
};

/** Null while nothing waits for this person. Nothing is drawn again while it stays the same. */
export const useHoldsWaiting = (): HoldsWaiting | null => {
  const query = useQuery({ ...holdsQuery(useParts()), select: waitingFor });
  return query.data ?? null;
};

/** Above every page of those who decide. */
export const HoldsAlert = () => {
  const waiting = useHoldsWaiting();
  return waiting === null ? null : (
    <Banner tone="notice" icon="question" actions={<Link to="/holds">{holdsWords.look}</Link>}>
      {holdsWords.alert(waiting.count)}
    </Banner>
  );
};
