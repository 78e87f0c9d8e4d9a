import { numbered } from '@warmline/kernel/testing';
import { alarmPrefix, channels, serviceKeys } from './keys';

const keysOf = (prefix: string, service: string): string[] => {
  const { lines, places, free, loads, presence, generation, building, position, line, version } = serviceKeys(
    prefix,
    service,
  );
  const own = [lines, places, free, loads, presence, generation, building, position];
  return [line(1, 'a'), line(2, 'a'), line(1, 'b'), ...own, version(numbered.conversation(1))];
};

describe('keys', () => {
  it('of one service live on one node of a cluster', () => {
    const service = numbered.service(1);
    for (const key of keysOf('wl', service)) expect(/\{(.+?)\}/.exec(key)?.[1]).toBe(service);
  });

  it('are all different, and shared with no other service or prefix', () => {
    const all = [
      ...keysOf('wl', numbered.service(1)),
      ...keysOf('wl', numbered.service(2)),
      ...keysOf('other', numbered.service(1)),
      ...Object.values(channels('wl')),
      alarmPrefix('wl'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
