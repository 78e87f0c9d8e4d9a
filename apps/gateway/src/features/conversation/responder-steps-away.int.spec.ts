import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aHandoverOf } from '../../../test/deployment/handing-over';
import { aResponder } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterAll(() => deployment.stop());

const waitingFor = (what: string, many: number): Promise<unknown> =>
  until(
    what,
    async () =>
      (await deployment.database.count(
        `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )) >= many,
  );

describe('a responder who steps away', () => {
  it('[ASG4] a responder who steps away while an offer is made keeps no visitor waiting', async () => {
    const responder = await aResponder(deployment);
    const visitor = await aVisitor().arrivingAt(deployment.gateway());
    await deployment.database.session(async (client) => {
      await client.query('begin');
      await client.query('lock table offer in share mode');
      await visitor.starts();
      await waitingFor('the offer to be made', 1);
      const away = responder.must('availability:set', { availability: 'away' });
      await waitingFor('stepping away to meet it', 2);
      await client.query('commit');
      await away;
    });
    expect(await deployment.database.count('offer where outcome is null')).toBe(0);
    expect(await deployment.database.count(`offer where outcome = 'withdrawn'`)).toBe(1);
    await (await aResponder(deployment)).takes(visitor.id);
  });

  it('[HND1] a responder who steps away declines an open handover offer', async () => {
    const { sender, receiver, handoverId, held } = await aHandoverOf(deployment).asked();
    await receiver.must('availability:set', { availability: 'away' });
    const { handovers, caseload } = await sender.must('desk:open', {});
    expect(handovers).toMatchObject([{ id: handoverId, state: 'declined' }]);
    expect(caseload).toMatchObject([{ conversationId: held.conversationId, state: 'talking' }]);
  });
});
