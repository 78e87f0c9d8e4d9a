import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { anAssessment } from '../../../test/deployment/payloads';
import { aResponder, aSupervisor, aWrapUp, type Console } from '../../../test/deployment/staff';
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

/** Takes a visitor and finishes with them, wrap-up and all. */
const holdsOne = async (console: Console): Promise<string> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const held = await console.takes(visitor.id);
  await console.says(held, 'hello');
  await console.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
  await console.must('wrap_up:finish', { ...held, wrapUp: aWrapUp() });
  return visitor.id;
};
const capacityOf = async (console: Console) => (await days.desk(console)).wellbeing.capacity;

describe('the first ten conversations', () => {
  it('[RTE5] are held one at a time until the last of them has had feedback', async () => {
    const console = await aResponder(deployment, deployment.gateway(0), {
      capacity: 2,
      conversationsHeld: 9,
    });
    const supervisor = await aSupervisor(deployment, deployment.gateway(1));
    expect(await capacityOf(console)).toMatchObject({ units: 1, reason: 'first_conversations' });
    const conversationId = await holdsOne(console);
    expect(await capacityOf(console)).toMatchObject({ units: 1, reason: 'first_feedback' });
    const missing = { missing: 1, number: 10, dueAt: expect.any(Number) as number };
    expect((await days.personOn(supervisor, console)).firstFeedback).toEqual(missing);

    const { reviewId } = await supervisor.must('review:mark', { conversationId });
    await supervisor.must('review:take', { reviewId });
    expect(await capacityOf(console)).toMatchObject({ units: 1, reason: 'first_feedback' });
    await supervisor.must('review:give', { reviewId, assessment: anAssessment('you listened well') });
    expect(await capacityOf(console)).toMatchObject({ units: 2, reason: 'as_set' });
    await until('nothing to be missing on the live view', async () => {
      const person = await days.personOn(supervisor, console);
      return person.firstFeedback === null;
    });
    const { feedback } = await console.must('feedback:list', {});
    expect(feedback.map(({ id }) => id)).toEqual([reviewId]);
  });

  it('[RTE5] of a person who had ten before this database, none is among the ten', async () => {
    const console = await aResponder(deployment, deployment.gateway(0), {
      capacity: 2,
      conversationsHeld: 10,
    });
    await holdsOne(console);
    expect(await capacityOf(console)).toMatchObject({ units: 2, reason: 'as_set' });
  });

  it('[RTE5] count no more once they are too old to be drawn for a review', async () => {
    const console = await aResponder(deployment, deployment.gateway(0), {
      capacity: 2,
      conversationsHeld: 9,
    });
    const conversation = await holdsOne(console);
    await days.sql(
      `update conversation set ended_at = ended_at - interval '32 days' where id = $1`,
      conversation,
    );
    expect(await capacityOf(console)).toMatchObject({ units: 2, reason: 'as_set' });
  });
});
