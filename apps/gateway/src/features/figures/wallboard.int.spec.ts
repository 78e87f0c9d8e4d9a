import { randomUUID } from 'node:crypto';
import { MINUTE } from '@warmline/kernel';
import { TARGET_MINUTES } from '@warmline/vocabulary';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.2 });
});
afterAll(() => deployment.stop());

const waitingOf = ({ waiting }: { waiting: readonly { band: number; waiting: number }[] }) =>
  waiting.map((row) => row.waiting);

describe('the wallboard', () => {
  it('[SEC1] only supervisors may open the wallboard', async () => {
    const responder = await aResponder(deployment);
    expect(await responder.refusal('wallboard:open', {})).toBe('not_allowed');
    await responder.must('availability:set', { availability: 'away' });
  });

  it('the wallboard counts visitors who wait, are answered and leave at another gateway, as it happens', async () => {
    const supervisor = await aSupervisor(deployment, deployment.gateway(1));
    const first = await supervisor.must('wallboard:open', {});
    expect(waitingOf(first)).toEqual([0, 0, 0]);
    // The target that the queue shows beside each person, and none other.
    expect(first.waiting.map(({ band, most }) => most / (TARGET_MINUTES[band] * MINUTE))).toEqual([1, 1, 1]);
    expect([first.answerRate.of, first.waitEstimate?.kept.of, first.helpCalls.open]).toEqual([0, 0, 0]);

    const visitor = await aVisitor().unsure().waitingAt(deployment.gateway(0));
    const leaves = await aVisitor().waitingAt(deployment.gateway(0));
    await supervisor.hears('wallboard:changed', (board) => waitingOf(board).join() === '0,1,1');

    await leaves.says('nobody?');
    await leaves.must('conversation:end', {});
    const responder = await aResponder(deployment, deployment.gateway(0));
    const held = await responder.takes(visitor.id);
    const accepted = await supervisor.hears(
      'wallboard:changed',
      (board) => waitingOf(board).join() === '0,0,0' && board.leftWaiting.part === 1,
    );
    expect([accepted.answerRate.part, accepted.answerRate.of]).toEqual([0, 1]);

    await visitor.says('hello?');
    await responder.says(held, 'I am here');
    const answered = await supervisor.hears('wallboard:changed', ({ answerRate }) => answerRate.part === 1);
    expect(answered.answerRate.of).toBe(2);
    expect([answered.reachRate.part, answered.reachRate.of]).toEqual([1, 2]);
    expect(answered.serviceLevel.map(({ share }) => share.part)).toEqual([null, null, null]);
    const { arrivals, left } = answered.steps.reduce((all, step) => ({
      ...step,
      arrivals: all.arrivals + step.arrivals,
      left: all.left + step.left,
    }));
    expect([arrivals, left]).toEqual([2, 1]);
  });

  it('the wallboard counts calls for help, shows no p90 of a few, and says since when a call is open', async () => {
    const supervisor = await aSupervisor(deployment, deployment.gateway(1));
    await supervisor.must('wallboard:open', {});
    const responder = await aResponder(deployment, deployment.gateway(0));
    const callId = randomUUID();
    await responder.must('help:call', { callId, conversationId: null, urgency: 'urgent' });
    const called = await supervisor.hears('wallboard:changed', ({ helpCalls }) => helpCalls.open === 1);
    expect(called.helpCalls.longestSince).toBeGreaterThan(called.from);
    await supervisor.must('help:answer', { callId });
    const { helpCalls } = await supervisor.hears(
      'wallboard:changed',
      ({ helpCalls: { open, response } }) => open === 0 && response[0]?.n === 1,
    );
    expect(helpCalls).toEqual({
      open: 0,
      longestSince: null,
      response: [
        { urgent: true, n: 1, p90: null, most: 60_000 },
        { urgent: false, n: 0, p90: null, most: 180_000 },
      ],
    });
    await responder.must('help:end', { callId });
    await responder.must('availability:set', { availability: 'away' });
  });

  it('the wallboard is sent when it says something new, and not with every poll', async () => {
    const supervisor = await aSupervisor(deployment);
    const { now } = await supervisor.must('wallboard:open', {});
    await supervisor.hears('wallboard:changed');
    supervisor.forget();
    // Several polls have passed after 6 s.
    await supervisor.seesLiveView((board) => board.now - now > 6_000);
    expect(supervisor.notices('wallboard:changed').length).toBeLessThanOrEqual(2);
  });
});
