import { numbered } from '@warmline/kernel/testing';
import { alarmPrefix, channels, serviceKeys } from './keys';

const keysOf = (prefix: string, service: string): string[] => {
  const { queue, version, ...named } = serviceKeys(prefix, service);
  const queues = [queue(1, 'a'), queue(2, 'a'), queue(1, 'b')];
  return [...queues, ...Object.values(named), version(numbered.conversation(1))];
};

it('keys of one service live on one node of a cluster', () => {
  const service = numbered.service(1);
  for (const key of keysOf('wl', service)) expect(/\{(.+?)\}/.exec(key)?.[1]).toBe(service);
});

it('keys are all different, and shared with no other service or prefix', () => {
  const all = [
    ...keysOf('wl', numbered.service(1)),
    ...keysOf('wl', numbered.service(2)),
    ...keysOf('other', numbered.service(1)),
    ...Object.values(channels('wl')),
    alarmPrefix('wl'),
  ];
  expect(new Set(all).size).toBe(all.length);
});
