import { useEffect, useState } from 'react';
import type { ConnectionState } from '@warmline/client';
import { Banner, Button, Dot } from '@warmline/ui';
import { useLine, useLive } from '../live/live-provider';
import { useParts } from '../parts';
import { words } from '../words';

const LONG_MS = 30_000;

/** True once a state has lasted `after` ms; read from the device's clock, which also made `since`. */
const useLasted = (since: number, after: number): boolean => {
  const { clock } = useParts();
  const [lastedSince, setLastedSince] = useState<number | null>(null);
  useEffect(
    () => clock.after(Math.max(0, since + after - clock.now()), () => setLastedSince(since)),
    [clock, since, after],
  );
  return lastedSince === since;
};

const LineWords = ({ state }: { readonly state: ConnectionState }) => {
  const isLong = useLasted(state.since, LONG_MS);
  return <>{isLong ? words.frame.lineLostLong : words.frame.lineLost}</>;
};

/** The calm bar under the status bar while there is no line. */
export const ConnectionBar = () => {
  const line = useLine();
  const state = useLive((live) => live.connection);
  if (state.name === 'reconnecting')
    return (
      <Banner
        tone="notice"
        icon="clock"
        actions={
          <Button size="small" onPress={() => line.retryNow()}>
            {words.frame.tryAgain}
          </Button>
        }
      >
        <LineWords state={state} />
      </Banner>
    );
  if (state.name !== 'refused' || state.refusal === 'not_signed_in') return null;
  const isOld = state.refusal === 'protocol_mismatch';
  return (
    <Banner
      tone="notice"
      icon="warn"
      actions={
        <Button size="small" onPress={() => location.reload()}>
          {words.frame.reload}
        </Button>
      }
    >
      {isOld ? words.frame.lineOld : words.frame.lineRefused}
    </Banner>
  );
};

const SAID = {
  idle: 'connecting',
  connecting: 'connecting',
  online: 'connected',
  reconnecting: 'reconnecting',
  refused: 'disconnected',
  stopped: 'disconnected',
} as const satisfies Record<ConnectionState['name'], keyof typeof words.frame>;

/** The state of the line in one word. */
export const ConnectionMark = () => {
  const name = useLive((live) => live.connection.name);
  return (
    <span className="status-bar__line" role="status">
      <Dot
        tone={name === 'online' ? 'on' : name === 'reconnecting' || name === 'refused' ? 'notice' : 'off'}
      />
      <span className="status-bar__wide">{words.frame[SAID[name]]}</span>
    </span>
  );
};
