import { parseEntry } from './safety-record-view';

describe('an entry of the safety record', () => {
  it('[SAF1] that another version sealed is unreadable, and stops nothing', () => {
    const entry = { kind: 'step', step: 'ask_where', isDone: true };
    expect(parseEntry(JSON.stringify(entry))).toEqual(entry);
    expect(parseEntry(JSON.stringify({ ...entry, kind: 'of_a_later_version' }))).toBeNull();
    expect(parseEntry('no entry')).toBeNull();
  });
});
