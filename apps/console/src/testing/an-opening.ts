import type { OpeningView } from '@warmline/contracts';
import { START } from './builders';

/** Open to everyone, with nothing to decide. */
export const anOpeningView = (over: Partial<OpeningView> = {}): OpeningView => ({
  now: START,
  state: 'open',
  why: null,
  takes: 'everyone',
  closesAt: null,
  opensAt: null,
  spaceAt: null,
  onShift: 2,
  leftWaiting: null,
  wait: 'unknown',
  set: null,
  suggestion: null,
  ...over,
});
