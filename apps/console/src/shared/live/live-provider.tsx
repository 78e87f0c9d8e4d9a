import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { unsentMessagesInTab } from '@warmline/client';
import { useParts, type ConsoleParts } from '../page/parts';
import { putBack, takeOffDisk } from '../session/off-disk';
import type { LiveState, ShownViews, Unsent, ViewName, Views } from './live-store';
import { keptPending } from './pending-calls';
import { StaffClient } from './staff-client';

const ClientContext = createContext<StaffClient | null>(null);

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

const makeClient = (parts: ConsoleParts, staffId: string, hasDesk: boolean): StaffClient =>
  new StaffClient({
    hasDesk,
    wire: parts.makeWire(staffId),
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
  /** False for someone whose roles have no desk. */
  readonly hasDesk?: boolean;
  readonly children: ReactNode;
}

/** Connects when someone is signed in and disconnects when they leave. */
export const LiveProvider = ({ staffId, hasDesk = true, children }: LiveProviderProps) => {
  const parts = useParts();
  const [client, setClient] = useState<StaffClient | null>(null);
  useEffect(() => {
    putBack(parts.tabStorage, staffId);
    const opened = makeClient(parts, staffId, hasDesk);
    setClient(opened);
    opened.start();
    return () => {
      opened.stop();
      takeOffDisk(parts.tabStorage, staffId);
    };
  }, [parts, staffId, hasDesk]);
  return client === null ? null : <ClientContext value={client}>{children}</ClientContext>;
};

/** The same screens with another client: what is below acts through it, and sees only what it is told. */
export const ClientProvider = ({
  client,
  children,
}: {
  readonly client: StaffClient;
  readonly children: ReactNode;
}) => <ClientContext value={client}>{children}</ClientContext>;

export const useClient = (): StaffClient => {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a LiveProvider around it');
  return client;
};

export const useLive = <Slice,>(select: (state: LiveState) => Slice): Slice =>
  useStore(useClient().store, select);

export interface Shown<View> {
  /** The newest view, also one that is out of date because the connection is lost. */
  readonly view: View | null;
  /** `stale`: shown, and not kept up to date until the connection is back. */
  readonly state: 'loading' | 'live' | 'stale' | 'failed';
  readonly reload: () => void;
}

/** Opens one of the server's views and follows it as long as the page is open. */
export const useView = <Name extends ViewName>(name: Name): Shown<Views[Name]> => {
  const client = useClient();
  const view = useLive((live: ShownViews) => live[name]);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const hasFailed = useLive((live) => live.failedViews.includes(name));
  useEffect(() => {
    void client.views[name].open();
  }, [client, name]);
  const reload = useCallback(() => void client.views[name].open(), [client, name]);
  if (view === null) return { view, state: hasFailed ? 'failed' : 'loading', reload };
  return { view, state: isOnline ? 'live' : 'stale', reload };
};
