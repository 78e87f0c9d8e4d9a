import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Refusal } from '@warmline/vocabulary';

/** Why the session that this page shows is gone: it ended, or this browser is signed in as someone else now. */
export type SessionLoss = 'ended' | 'changed';

interface SessionState {
  /** The person this page shows; null while nobody is signed in here. */
  readonly staffId: string | null;
  readonly loss: SessionLoss | null;
}

const session = createStore<SessionState>(() => ({ staffId: null, loss: null }));

export const shownStaffId = (): string | null => session.getState().staffId;

/** Says whom the page shows, until the answer is called. */
export const showStaff = (staffId: string): (() => void) => {
  session.setState({ staffId, loss: null });
  return () => session.setState({ staffId: null, loss: null });
};

export const lossOf = (refusal: Refusal): SessionLoss | null => {
  if (refusal === 'not_signed_in') return 'ended';
  return refusal === 'session_changed' ? 'changed' : null;
};

/** Remembers a refusal that means the shown person's session is gone. */
export const noticeLoss = (refusal: Refusal): void => {
  const loss = lossOf(refusal);
  if (loss !== null && session.getState().staffId !== null) session.setState({ loss });
};

export const useSessionLoss = (): SessionLoss | null => useStore(session, (state) => state.loss);
