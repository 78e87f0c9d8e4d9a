import type { CaseloadItem, Desk, Entry } from '@warmline/contracts';
import { isInDanger } from '../safety/danger';
import { clocksOf, turnOf } from './pace';

interface OwnDesk {
  readonly desk: Pick<Desk, 'caseload'> | null;
  readonly threads: Readonly<
    Record<string, { readonly timeline: { readonly entries: readonly Entry[] } } | undefined>
  >;
}

/** The first visitor in danger on one's own desk whose last word has no reply, or who waits for a first word; null while there is none. */
export const waitsInDanger = ({ desk, threads }: OwnDesk): CaseloadItem | null =>
  desk?.caseload.find((item) => {
    if (item.state !== 'talking' || !isInDanger(item.safety)) return false;
    const entries = threads[item.conversationId]?.timeline.entries ?? [];
    return turnOf(clocksOf(item, entries), 0).whose === 'ours';
  }) ?? null;
