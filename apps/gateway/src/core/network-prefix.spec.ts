import { MINUTE } from '@warmline/kernel';
import { NetworkNames, networkOf, PREFIX_KEY_LIFE, PREFIX_KEY_OVERLAP } from './network-prefix';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:12:34:56::1', '2001:db8:12::/48'],
    ['2001:0db8:0012::1', '2001:db8:12::/48'],
    ['2001:db8::', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['no address', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the name of a network', () => {
  it('is the same for one network and another for the next, and shows nothing of the address', () => {
    const names = new NetworkNames();
    const name = names.keysOf('203.0.113.7').current;
    expect(names.keysOf('203.0.113.200').current).toBe(name);
    expect(names.keysOf('203.0.114.7').current).not.toBe(name);
    expect(name).toMatch(/^[\w-]{16}$/);
  });

  it('is another in each process, so that it says nothing anywhere else', () => {
    const [one, other] = [new NetworkNames(), new NetworkNames()];
    expect(one.keysOf('203.0.113.7').current).not.toBe(other.keysOf('203.0.113.7').current);
  });

  it('is replaced every hour, and the name before is forgotten once no count reaches back to it', () => {
    let now = 0;
    const names = new NetworkNames(() => now);
    const first = names.keysOf('203.0.113.7');
    expect(first.previous).toBeNull();
    now = PREFIX_KEY_LIFE;
    const second = names.keysOf('203.0.113.7');
    expect(second.current).not.toBe(first.current);
    expect(second.previous).toBe(first.current);
    now += PREFIX_KEY_OVERLAP - 1;
    expect(names.keysOf('203.0.113.7')).toEqual(second);
    now += 1;
    expect(names.keysOf('203.0.113.7')).toEqual({ current: second.current, previous: null });
  });

  it('[SEC5] before is known for longer while a network is asked for a proof, and for an hour at most', () => {
    let now = 0;
    const names = new NetworkNames(() => now);
    const first = names.keysOf('203.0.113.7').current;
    names.holdUntil(PREFIX_KEY_LIFE + 30 * MINUTE);
    now = PREFIX_KEY_LIFE + 29 * MINUTE;
    expect(names.keysOf('203.0.113.7').previous).toBe(first);
    names.holdUntil(9 * PREFIX_KEY_LIFE);
    now = 2 * PREFIX_KEY_LIFE - 1;
    expect(names.keysOf('203.0.113.7').previous).toBe(first);
    names.holdUntil(0);
    expect(names.keysOf('203.0.113.7').previous).toBeNull();
  });

  it('does not come back after a time without anyone', () => {
    let now = 0;
    const names = new NetworkNames(() => now);
    const first = names.keysOf('203.0.113.7');
    now = PREFIX_KEY_LIFE + PREFIX_KEY_OVERLAP + MINUTE;
    const later = names.keysOf('203.0.113.7');
    expect(later.previous).toBeNull();
    expect(later.current).not.toBe(first.current);
  });
});
