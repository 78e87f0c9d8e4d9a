import type { OpeningView, ServiceSummary } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { WorkingDaysOf } from '../../../test/deployment/working-days';

let deployment: Deployment;
let days: WorkingDaysOf;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  days = new WorkingDaysOf(deployment);
  await days.sql('update service set night_rule = true');
});
afterEach(async () => {
  await deployment.clear();
  await days.sql('update staff set shift_ends_at = null');
});
afterAll(() => deployment.stop());

const here = () => deployment.gateway(0);
const there = () => deployment.gateway(1);
const seen = async (): Promise<ServiceSummary> =>
  (await (await fetch(`${there().url}/api/service`)).json()) as ServiceSummary;
const openingOf = (supervisor: Console): Promise<OpeningView> => supervisor.must('opening:read', {});

/** The outcome of starting a conversation: 'queued', or the refusal. */
const starts = async (safety: 'safe' | 'unsure' | 'danger'): Promise<string> => {
  const page = await aVisitor().arrivingAt(there());
  const start = { startId: crypto.randomUUID(), safety, name: '', language: 'en' } as const;
  return (await page.refusal('conversation:start', start)) ?? 'queued';
};

describe('a service that keeps the night rule', () => {
  it('[RTE5] [RTE7] a service with the night rule is closed at night until two responders and a supervisor are on, and takes band 1 and 2', async () => {
    await days.onTheWallItIs(2);
    await aResponder(deployment, here());
    const supervisor = await aSupervisor(deployment, here());
    const { now, ...opening } = await openingOf(supervisor);
    expect(opening).toMatchObject({ state: 'closed', why: 'night', takes: 'urgent' });
    expect(((opening.opensAt ?? 0) - now) / 3_600_000).toBeGreaterThan(3);
    expect(((opening.opensAt ?? 0) - now) / 3_600_000).toBeLessThanOrEqual(4);
    expect([await starts('safe'), await starts('unsure'), await starts('danger')]).toEqual([
      'service_closed',
      'queued',
      'queued',
    ]);
    const second = await aResponder(deployment, here());
    expect((await openingOf(supervisor)).state).toBe('open');
    await until('everybody to see it', async () => (await seen()).opening === 'open');
    expect(await starts('safe')).toBe('queued');
    // On shift, but checked in as not up to it today.
    await second.must('shift:check_in', { answer: 'not_today', takesSurge: false });
    expect((await openingOf(supervisor)).why).toBe('night');
  });

  it('[RTE5] the night rule changes nothing by day, or for a service without it', async () => {
    await days.onTheWallItIs(12);
    await aResponder(deployment, here());
    const supervisor = await aSupervisor(deployment, here());
    expect((await openingOf(supervisor)).state).toBe('open');
    await days.onTheWallItIs(2);
    expect((await openingOf(supervisor)).state).toBe('closed');
    await days.sql('update service set night_rule = false');
    expect((await openingOf(supervisor)).state).toBe('open');
  });
});
