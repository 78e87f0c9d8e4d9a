import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { unsentMessagesInTab } from '@warmline/client';
import { useParts, type ConsoleParts } from '../page/parts';
import type { LiveState, Unsent } from './live-store';
import { keptPending } from './pending-calls';
import { StaffLine } from './staff-line';

const LineContext = createContext<StaffLine | null>(null);

const OUTBOX_PREFIX = 'warmline.unsent.';

const outboxesOf = (staffId: string): string => `${OUTBOX_PREFIX}${staffId}.`;

const keysOf = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

const keptUnsent = (storage: Storage, staffId: string): readonly Unsent[] =>
  keysOf(storage)
    .filter((key) => key.startsWith(outboxesOf(staffId)))
    .map((key) => ({
      conversationId: key.slice(outboxesOf(staffId).length),
      texts: unsentMessagesInTab(storage, key)
        .load()
        .map(({ body }) => body),
    }));

/** Forgets what could not be sent in one conversation. */
export const forgetUnsentOf = (storage: Storage, staffId: string, conversationId: string): void =>
  storage.removeItem(`${outboxesOf(staffId)}${conversationId}`);

const makeLine = (parts: ConsoleParts, staffId: string): StaffLine =>
  new StaffLine({
    wire: parts.makeWire(),
    clock: parts.clock,
    random: parts.random,
    wakeUps: parts.wakeUps,
    outboxFor: (conversationId) =>
      unsentMessagesInTab(parts.tabStorage, `${outboxesOf(staffId)}${conversationId}`),
    keptCalls: keptPending(parts.tabStorage, staffId),
    keptUnsent: () => keptUnsent(parts.tabStorage, staffId),
    isVisible: () => document.visibilityState === 'visible',
  });

/** Forgets what this tab still kept to send; for signing out. */
export const forgetUnsent = (storage: Storage): void => {
  for (const key of keysOf(storage)) if (key.startsWith(OUTBOX_PREFIX)) storage.removeItem(key);
};

export interface LiveProviderProps {
  readonly staffId: string;
  readonly children: ReactNode;
}

/** Opens the line when someone is signed in and closes it when they leave. */
export const LiveProvider = ({ staffId, children }: LiveProviderProps) => {
  const parts = useParts();
  const [line, setLine] = useState<StaffLine | null>(null);
  useEffect(() => {
    const opened = makeLine(parts, staffId);
    setLine(opened);
    opened.start();
    return () => opened.stop();
  }, [parts, staffId]);
  return line === null ? null : <LineContext value={line}>{children}</LineContext>;
};

export const useLine = (): StaffLine => {
  const line = useContext(LineContext);
  if (line === null) throw new Error('the live line is used outside of signing in');
  return line;
};

export const useLive = <Slice,>(select: (state: LiveState) => Slice): Slice =>
  useStore(useLine().store, select);
