import { nextConnectionState, type ConnectionEvent, type ConnectionState } from './connection-state';

const states: readonly ConnectionState[] = [
  { name: 'idle', since: 1 },
  { name: 'connecting', since: 1 },
  { name: 'online', since: 1 },
  { name: 'reconnecting', since: 1, why: 'closed' },
  { name: 'refused', since: 1, refusal: 'not_signed_in' },
  { name: 'stopped', since: 1 },
];
const events: readonly ConnectionEvent[] = [
  { type: 'start_asked', at: 9 },
  { type: 'came_up', at: 9 },
  { type: 'lost', lostAt: 5, why: 'silent' },
  { type: 'refused', at: 9, refusal: 'protocol_mismatch' },
  { type: 'stop_asked', at: 9 },
];

/** One line per state; a name alone is where it goes, `-` is no change, `@` gives the time kept. */
const table: Readonly<Record<ConnectionState['name'], readonly string[]>> = {
  idle: ['connecting@9', '-', '-', '-', 'stopped@9'],
  connecting: ['-', 'online@9', 'reconnecting@1', 'refused@9', 'stopped@9'],
  online: ['-', '-', 'reconnecting@5', 'refused@9', 'stopped@9'],
  reconnecting: ['-', 'online@9', 'reconnecting@1', 'refused@9', 'stopped@9'],
  refused: ['connecting@9', '-', '-', '-', 'stopped@9'],
  stopped: ['-', '-', '-', '-', '-'],
};

describe('the state of the line', () => {
  for (const state of states)
    it(`from ${state.name}, after every event`, () => {
      const seen = events.map((event) => {
        const next = nextConnectionState(state, event);
        return next === state ? '-' : `${next.name}@${next.since}`;
      });
      expect(seen).toEqual(table[state.name]);
    });
});
