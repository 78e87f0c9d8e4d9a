import { validate, version } from 'uuid';
import { newMessageId } from './message-id';

describe('the id of a message', () => {
  it('is a UUID of version 7 that starts with the time, and never the same', () => {
    const before = Date.now();
    const ids = Array.from({ length: 1_000 }, newMessageId);
    for (const id of ids) expect([validate(id), version(id)]).toEqual([true, 7]);
    expect(new Set(ids).size).toBe(ids.length);
    const times = ids.map((id) => Number.parseInt(id.slice(0, 13).replace('-', ''), 16));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(before);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
  });
});
