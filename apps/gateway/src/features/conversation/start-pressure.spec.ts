import type { IncomingMessage } from 'node:http';
import { MINUTE } from '@warmline/kernel';
import type { SafetyChoice } from '@warmline/vocabulary';
import { ClientNetwork } from '../../core/client-network';
import { EFFORT_MAX, StartPressure } from './start-pressure';

const from = (address: string) => ({ socket: { remoteAddress: address }, headers: {} }) as IncomingMessage;

const started = (publicUrl = 'http://localhost') => {
  const clock = { now: 0 };
  const networks = new ClientNetwork({ TRUSTED_PROXIES: [], PUBLIC_URL: publicUrl });
  const asked = new Set<string>();
  const asking = {
    isAsked: (crowds: readonly string[]) => crowds.some((crowd) => asked.has(crowd)),
    get isEmpty() {
      return asked.size === 0;
    },
  };
  const pressure = new StartPressure(networks, { STARTS_PER_MINUTE: 60 }, asking, () => clock.now);
  /** What `count` starts get, one after the other. */
  const starts = (count: number, safety: SafetyChoice, addressOf: (number: number) => string) => {
    const got = { free: 0, unproven: 0, proof_needed: 0 };
    for (let number = 0; number < count; number += 1)
      got[pressure.judge(from(addressOf(number)), safety)] += 1;
    return got;
  };
  return { asked, clock, pressure, starts };
};
const one = (): string => '203.0.113.9';
const fifty = (number: number): string => `198.51.${number % 50}.1`;

describe('the budget of starts', () => {
  it('[SEC5] lets a school, a hostel or a campaign day start: sixty at once from one network', () => {
    const { starts } = started();
    expect(starts(60, 'unsaid', one)).toEqual({ free: 60, unproven: 0, proof_needed: 0 });
  });

  it('[SEC5] asks a network past its budget for a proof, and no other network', () => {
    const { starts } = started();
    expect(starts(300, 'unsure', one)).toEqual({ free: 60, unproven: 0, proof_needed: 240 });
    expect(starts(1, 'unsure', () => '192.0.2.1')).toMatchObject({ free: 1 });
  });

  it('[SEC5] asks a network for a proof while two supervisors want it, but nobody there who is in danger', () => {
    const { asked, pressure, starts } = started();
    asked.add(pressure.crowdOf(from('203.0.113.7')) ?? '');
    expect(starts(1, 'unsure', one)).toEqual({ free: 0, unproven: 0, proof_needed: 1 });
    expect(starts(1, 'danger', one)).toMatchObject({ free: 1 });
    expect(starts(1, 'safe', () => '192.0.2.1')).toMatchObject({ free: 1 });
    asked.clear();
    expect(starts(1, 'safe', one)).toMatchObject({ free: 1 });
  });

  it('[SEC5] of 300 "in danger" from one network lets five have the first rank, and from fifty ten', () => {
    expect(started().starts(300, 'danger', one)).toEqual({ free: 5, unproven: 30, proof_needed: 265 });
    expect(started().starts(300, 'danger', fifty)).toEqual({ free: 10, unproven: 120, proof_needed: 170 });
  });

  it('[SEC5] lets someone in danger in at once when others have used the budget of the first rank', () => {
    const { starts } = started();
    starts(10, 'danger', fifty);
    expect(starts(1, 'danger', () => '192.0.2.1')).toMatchObject({ unproven: 1 });
    expect(starts(1, 'safe', () => '192.0.2.1')).toMatchObject({ free: 1 });
  });

  it('comes back with time, and asks for more work while starts are past it, up to a bound', () => {
    const { clock, pressure, starts } = started();
    expect(pressure.effort).toBe(1);
    starts(120, 'unsaid', one);
    expect(pressure.effort).toBe(1.5);
    starts(10_000, 'unsaid', one);
    expect(pressure.effort).toBe(EFFORT_MAX);
    clock.now += 200 * MINUTE;
    expect(pressure.effort).toBe(1);
    expect(starts(60, 'unsaid', one)).toMatchObject({ free: 60 });
  });

  it('counts all together, and nothing by network, behind a proxy that nobody named', () => {
    const { starts } = started('https://chat.example.org');
    expect(starts(130, 'unsaid', () => '127.0.0.1')).toEqual({ free: 120, unproven: 0, proof_needed: 10 });
  });
});
