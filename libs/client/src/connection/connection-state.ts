import { assertNever } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';

/**
 * `closed`: the line was cut. `moved`: the server asked to come again. `silent`: it looks open but nothing comes.
 * `unanswered`: the server is heard, yet left a question without an answer. `unreachable`: a try to connect failed.
 */
export type LossReason = 'closed' | 'moved' | 'silent' | 'unanswered' | 'unreachable';

/** `since` is device time in ms. While there is no contact it stays the moment contact was lost, over all retries. */
export type ConnectionState =
  | { readonly name: 'idle'; readonly since: number }
  | { readonly name: 'connecting'; readonly since: number }
  | { readonly name: 'online'; readonly since: number }
  | { readonly name: 'reconnecting'; readonly since: number; readonly why: LossReason }
  /** The server will not have this page as it is; only `retryNow` tries again. */
  | { readonly name: 'refused'; readonly since: number; readonly refusal: Refusal }
  | { readonly name: 'stopped'; readonly since: number };

export type ConnectionEvent =
  | { readonly type: 'start_asked'; readonly at: number }
  | { readonly type: 'came_up'; readonly at: number }
  /** `lostAt`: when the server was last there, which silence tells only afterwards. */
  | { readonly type: 'lost'; readonly lostAt: number; readonly why: LossReason }
  | { readonly type: 'refused'; readonly at: number; readonly refusal: Refusal }
  | { readonly type: 'stop_asked'; readonly at: number };

const lost = (state: ConnectionState, event: ConnectionEvent & { type: 'lost' }): ConnectionState => {
  switch (state.name) {
    case 'online':
      return { name: 'reconnecting', since: event.lostAt, why: event.why };
    case 'connecting':
    case 'reconnecting':
      return { name: 'reconnecting', since: state.since, why: event.why };
    case 'idle':
    case 'refused':
    case 'stopped':
      return state;
    default:
      return assertNever(state);
  }
};

const isWithoutLine = ({ name }: ConnectionState): boolean =>
  name === 'connecting' || name === 'reconnecting';

const isTrying = (state: ConnectionState): boolean => state.name === 'online' || isWithoutLine(state);

/** The next state, or the same object when the event changes nothing. `stopped` is final. */
export const nextConnectionState = (state: ConnectionState, event: ConnectionEvent): ConnectionState => {
  if (state.name === 'stopped') return state;
  switch (event.type) {
    case 'start_asked':
      return isTrying(state) ? state : { name: 'connecting', since: event.at };
    case 'came_up':
      return isWithoutLine(state) ? { name: 'online', since: event.at } : state;
    case 'lost':
      return lost(state, event);
    case 'refused':
      return isTrying(state) ? { name: 'refused', since: event.at, refusal: event.refusal } : state;
    case 'stop_asked':
      return { name: 'stopped', since: event.at };
    default:
      return assertNever(event);
  }
};
