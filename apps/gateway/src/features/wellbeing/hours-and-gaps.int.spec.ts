import { HOUR, MINUTE } from '@warmline/kernel';
import { Deployment } from '../../../test/deployment/deployment';
import { aConsole, aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { WorkingDaysOf } from '../../../test/deployment/working-days';

let deployment: Deployment;
let days: WorkingDaysOf;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  days = new WorkingDaysOf(deployment);
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const here = () => deployment.gateway(0);
const there = () => deployment.gateway(1);
const checkIn = { answer: 'yes', takesSurge: false } as const;

describe('the time between two shifts', () => {
  it('[RTE5] the gap between two shifts of a day is half an hour, and an early check-in is told when it ends', async () => {
    await days.onTheWallItIs(12);
    const console = await aConsole(deployment, here());
    await days.worked(console, 2, 20);
    expect(await console.refusal('shift:check_in', checkIn)).toBe('too_early');
    const { now } = await days.desk(console);
    const left = ((await days.obstacleOf(console, 'between_shifts'))?.until ?? 0) - now;
    expect(Math.abs(left - 10 * MINUTE)).toBeLessThan(MINUTE);
    await days.sql(
      `update shift set ended_at = ended_at - interval '10 minutes' where staff_id = $1`,
      console.person.id,
    );
    await console.must('shift:check_in', checkIn);
    expect((await days.desk(console)).wellbeing.shift).not.toBeNull();
  });

  it('[RTE5] the gap overnight is eleven hours, in the service’s time zone', async () => {
    await days.onTheWallItIs(8);
    const console = await aConsole(deployment, here());
    await days.worked(console, 2, 10 * 60);
    expect(await console.refusal('shift:check_in', checkIn)).toBe('too_early');
    const { now } = await days.desk(console);
    const left = ((await days.obstacleOf(console, 'between_shifts'))?.until ?? 0) - now;
    expect(Math.abs(left - HOUR)).toBeLessThan(MINUTE);
    await days.onTheWallItIs(20);
    await console.must('shift:check_in', checkIn);
  });

  it('[RTE5] the gap applies after checking out and in again, and after answering again at the end', async () => {
    await days.onTheWallItIs(12);
    const console = await aResponder(deployment, here());
    await days.shiftEndsIn(console, 20 * 60);
    await console.must('shift:check_in', checkIn);
    expect((await days.obstacleOf(console, 'shift_ending'))?.reason).toBe('shift_ending');
    await console.must('shift:check_out', { feeling: null, review: null });
    expect(await console.refusal('shift:check_in', checkIn)).toBe('too_early');
  });

  it('[RTE5] the gap is checked with every offer too, and a supervisor reads why', async () => {
    await days.onTheWallItIs(12);
    const console = await aResponder(deployment, here());
    await days.worked(console, 2, 20);
    const visitor = await aVisitor().waitingAt(there());
    expect(await days.mayBeOffered(console, visitor.id)).toBe(false);
    const supervisor = await aSupervisor(deployment, there());
    expect((await days.personOn(supervisor, console)).obstacles).toMatchObject([
      { reason: 'between_shifts' },
    ]);
    await days.sql(
      `update shift set ended_at = ended_at - interval '10 minutes' where ended_at is not null and staff_id = $1`,
      console.person.id,
    );
    await console.isOffered(({ conversationId }) => conversationId === visitor.id);
  });
});

describe('the hours of a week', () => {
  it('[RTE5] [AUD1] only another supervisor allows more hours in a week, for a day, and it is recorded', async () => {
    const console = await aConsole(deployment, here());
    await days.workedInWeek(console, 12);
    expect(await console.refusal('shift:check_in', checkIn)).toBe('hours_over');
    expect(await days.obstacleOf(console, 'hours_over')).toMatchObject({ lacks: 'week' });
    const supervisor = await aSupervisor(deployment, there());
    const about = { staffId: console.person.id, reason: 'nobody_else' } as const;
    expect(await console.refusal('person:allow_hours', about)).toBe('not_allowed');
    const oneself = { ...about, staffId: supervisor.person.id };
    expect(await supervisor.refusal('person:allow_hours', oneself)).toBe('not_yourself');
    await supervisor.must('person:allow_hours', about);
    expect(await days.audited('hours_allowed')).toEqual({
      actor_id: supervisor.person.id,
      whom: console.person.id,
      reason: 'nobody_else',
    });
    const { name } = supervisor.person;
    expect((await days.personOn(supervisor, console)).week).toMatchObject({
      atMost: 16 * HOUR,
      allowed: { by: name },
    });
    await console.must('shift:check_in', checkIn);
    expect((await days.desk(console)).wellbeing.hours).toMatchObject({
      weekAtMost: 16 * HOUR,
      allowed: { by: name },
    });
    const visitor = await aVisitor().waitingAt(here());
    await console.takes(visitor.id);
    // A day later nobody has said it again.
    await days.sql('update staff set more_hours_until = now() where id = $1', console.person.id);
    expect(await days.obstacleOf(console, 'hours_over')).toMatchObject({ lacks: 'week' });
  });

  it('[RTE5] nobody works more than 16 hours a week, even if a supervisor allows more', async () => {
    const console = await aConsole(deployment, here());
    const supervisor = await aSupervisor(deployment, there());
    await days.workedInWeek(console, 14);
    await supervisor.must('person:allow_hours', { staffId: console.person.id, reason: 'own_wish' });
    await console.must('shift:check_in', checkIn);
    expect((await days.desk(console)).wellbeing.obstacles).toEqual([]);
    await days.worked(console, 2, 6 * 1_440);
    expect(await days.obstacleOf(console, 'hours_over')).toMatchObject({ lacks: 'week_at_most' });
    const visitor = await aVisitor().waitingAt(here());
    expect(await days.mayBeOffered(console, visitor.id)).toBe(false);
    const again = { staffId: console.person.id, reason: 'many_waiting' } as const;
    expect(await supervisor.refusal('person:allow_hours', again)).toBe('hours_over');
  });
});
