import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { unsentMessagesInTab } from '@warmline/client';
import type { PracticeView } from '@warmline/contracts';
import { ClientProvider, useClient } from '../../shared/live/live-provider';
import { StaffClient } from '../../shared/live/staff-client';
import { useParts, type ConsoleParts } from '../../shared/page/parts';
import { PracticeClient } from './practice-client';
import { PracticeWire } from './practice-wire';

/** Follows a practice as long as the page is open; null until it has begun to. */
export const usePractice = (practiceId: string): PracticeClient | null => {
  const real = useClient();
  const { clock } = useParts();
  const [practice, setPractice] = useState<PracticeClient | null>(null);
  useEffect(() => {
    const opened = new PracticeClient({ real, practiceId, clock });
    setPractice(opened);
    opened.start();
    return () => opened.stop();
  }, [real, practiceId, clock]);
  return practice;
};

export const usePracticeView = ({ view }: PracticeClient): PracticeView | null =>
  useSyncExternalStore(view.subscribe, view.get);

/** Whether it could not be opened the last time. */
export const useHasFailed = ({ hasFailed }: PracticeClient): boolean =>
  useSyncExternalStore(hasFailed.subscribe, hasFailed.get);

const clientOver = (
  practice: PracticeClient,
  real: StaffClient,
  { clock, random, tabStorage }: ConsoleParts,
): StaffClient =>
  new StaffClient({
    wire: new PracticeWire(practice, real, clock),
    clock,
    random,
    wakeUps: () => () => {},
    outboxFor: (id) => unsentMessagesInTab(tabStorage, `warmline.practice.${id}`),
    keptCalls: { load: () => [], save: () => {} },
    keptUnsent: () => [],
    isVisible: () => document.visibilityState === 'visible',
  });

export interface PracticeProviderProps {
  readonly practice: PracticeClient;
  readonly children: ReactNode;
}

/** Below it the screens of the desk act in the practice alone: the real connection is out of their reach. */
export const PracticeProvider = ({ practice, children }: PracticeProviderProps) => {
  const real = useClient();
  const parts = useParts();
  const [client, setClient] = useState<StaffClient | null>(null);
  useEffect(() => {
    const opened = clientOver(practice, real, parts);
    setClient(opened);
    opened.start();
    return () => opened.stop();
  }, [practice, real, parts]);
  return client === null ? null : <ClientProvider client={client}>{children}</ClientProvider>;
};
