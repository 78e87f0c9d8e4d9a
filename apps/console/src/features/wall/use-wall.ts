import { useEffect, useState } from 'react';
import type { Wall } from '@warmline/contracts';
import { useParts, type ConsoleParts } from '../../shared/page/parts';
import { parseWall } from '../../shared/session/parse-wall';

/** So often (ms) the figures are read. */
const READ_EVERY = 15_000;

/** What a page on a wall knows. */
export interface WallState {
  /** The newest figures, and when they were heard by this device's clock; null before the first. */
  readonly wall: Wall | null;
  readonly heardAt: number | null;
  /** The last reading was not answered. */
  readonly isSilent: boolean;
  /** The link opens nothing: nothing is read any more. */
  readonly isOver: boolean;
}

const NOTHING: WallState = { wall: null, heardAt: null, isSilent: false, isOver: false };

type Heard = Wall | 'over' | 'silent';

/** No cookie goes with it: the page is the link's, also where someone is signed in on this browser. */
const ask = async ({ fetch }: ConsoleParts, secret: string): Promise<Heard> => {
  try {
    const answer = await fetch('/api/wall', {
      credentials: 'omit',
      cache: 'no-store',
      headers: { authorization: `Bearer ${secret}` },
    });
    if (answer.status === 401) return 'over';
    return answer.ok ? parseWall(await answer.json()) : 'silent';
  } catch {
    return 'silent';
  }
};

const after = (state: WallState, heard: Heard, now: number): WallState => {
  // Figures of a link that is revoked are not for this screen any more.
  if (heard === 'over') return { ...NOTHING, isOver: true };
  if (heard === 'silent') return { ...state, isSilent: true };
  return { wall: heard, heardAt: now, isSilent: false, isOver: false };
};

/** How far apart two readings of the clock are (ms): waits are told in minutes. */
const STEP = 5_000;

/** The time by this device's clock, as it passes. Nobody is signed in, so there is no server's clock to go by. */
export const usePassing = (): number => {
  const { clock } = useParts();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let cancel = (): void => {};
    const read = (): void => {
      setNow(clock.now());
      cancel = clock.after(STEP, read);
    };
    cancel = clock.after(STEP, read);
    return () => cancel();
  }, [clock]);
  return now;
};

/** The figures that a link opens, read again and again until it opens nothing. */
export const useWall = (secret: string): WallState => {
  const parts = useParts();
  const [state, setState] = useState(NOTHING);
  useEffect(() => {
    let isGone = false;
    let cancel = (): void => {};
    const go = async (): Promise<void> => {
      const heard = await ask(parts, secret);
      if (isGone) return;
      setState((before) => after(before, heard, parts.clock.now()));
      if (heard !== 'over') cancel = parts.clock.after(READ_EVERY, () => void go());
    };
    void go();
    return () => {
      isGone = true;
      cancel();
    };
  }, [parts, secret]);
  return state;
};
