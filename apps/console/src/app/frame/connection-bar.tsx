import { useEffect, useRef, useState } from 'react';
import type { ConnectionState } from '@warmline/client';
import { Banner, Button, Dot } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useParts } from '../../shared/page/parts';
import { frameWords } from './frame-words';

const LONG_MS = 30_000;
/** From the break until the server gives what was held back to the queue: the lease it keeps for a silent console. */
const HELD_MS = 20_000;
const STEP_MS = 5_000;

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

/** A figure read again every second. */
const useSteps = (read: () => number): number => {
  const { clock } = useParts();
  const latest = useRef(read);
  const [value, setValue] = useState(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    let cancel = (): void => {};
    const tick = (): void => {
      setValue(latest.current());
      cancel = clock.after(1_000, tick);
    };
    cancel = clock.after(1_000, tick);
    return () => cancel();
  }, [clock]);
  return value;
};

/** What the bar says while there is no line: who holds visitors is told how long they still do. */
const LineWords = ({ state }: { readonly state: ConnectionState }) => {
  const isLong = useLasted(state.since, LONG_MS);
  const isHolding = useLive((live) => live.desk?.caseload.some((item) => item.state === 'talking') ?? false);
  const hasMoved = useLasted(state.since, HELD_MS) && isHolding;
  if (isHolding && !hasMoved) return <StillHeld since={state.since} />;
  return (
    <span role="status">
      {hasMoved ? `${frameWords.perhapsMoved} ` : null}
      {isLong ? frameWords.lineLostLong : hasMoved ? null : frameWords.lineLost}
    </span>
  );
};

/** The number goes down in steps and is not spoken: only that it has begun is. */
const StillHeld = ({ since }: { readonly since: number }) => {
  const { clock } = useParts();
  const left = useSteps(() => Math.ceil(Math.max(0, since + HELD_MS - clock.now()) / STEP_MS) * STEP_MS);
  return (
    <>
      <span role="status">{frameWords.lineLostHolding}</span> {frameWords.stillHeld(left / 1_000)}{' '}
      {frameWords.lineLostHoldingMore}
    </>
  );
};

/** The calm bar under the status bar while there is no line. */
export const ConnectionBar = () => {
  const client = useClient();
  const { reload } = useParts();
  const state = useLive((live) => live.connection);
  if (state.name === 'reconnecting')
    return (
      <Banner
        tone="notice"
        icon="clock"
        isSpoken={false}
        actions={
          <Button size="small" onPress={() => client.retryNow()}>
            {commonWords.tryAgain}
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
        <Button size="small" onPress={reload}>
          {frameWords.reload}
        </Button>
      }
    >
      {isOld ? frameWords.lineOld : frameWords.lineRefused}
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
} as const satisfies Record<ConnectionState['name'], keyof typeof frameWords>;

/** The state of the line in one word. */
export const ConnectionMark = () => {
  const name = useLive((live) => live.connection.name);
  return (
    <span className="status-bar__line" role="status">
      <Dot
        tone={name === 'online' ? 'on' : name === 'reconnecting' || name === 'refused' ? 'notice' : 'off'}
      />
      <span className="status-bar__wide">{frameWords[SAID[name]]}</span>
    </span>
  );
};
