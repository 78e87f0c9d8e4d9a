import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import { act, aMinute, begin, bodies, say } from '../../../test/deployment/practice';
import { aConsole, aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

describe('the beginning and the expiry of a practice conversation', () => {
  it('[PRA2] refused on one gateway and begun on another is one conversation on both', async () => {
    const person = await aResponder(deployment, deployment.gateway(0));
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    await person.takes(visitor.id);
    const wished = { practiceId: randomUUID(), scenario: 'lonely', colleagueId: null } as const;
    expect(await person.refusal('practice:begin', wished)).toBe('not_available');
    await visitor.must('conversation:end', {});
    const elsewhere = await person.again(deployment.gateway(1));
    await elsewhere.must('practice:begin', wished);
    await act(elsewhere, wished, say('Said on the other gateway.'));
    const { practiceId } = wished;
    const back = await elsewhere.again(deployment.gateway(0));
    expect(bodies(await back.must('practice:open', { practiceId }))).toContain('Said on the other gateway.');
  });

  it('[PRA2] begun on two gateways at once is one conversation on both', async () => {
    const person = await aConsole(deployment, deployment.gateway(0));
    const other = await person.again(deployment.gateway(1));
    const wished = { practiceId: randomUUID(), scenario: 'lonely', colleagueId: null } as const;
    await Promise.all([person.must('practice:begin', wished), other.must('practice:begin', wished)]);
    await act(person, wished, say('Said on the first.'));
    await act(other, wished, say('Said on the second.'));
    const { practiceId } = wished;
    for (const page of [person, other])
      expect(bodies(await page.must('practice:open', { practiceId }))).toEqual(
        expect.arrayContaining(['Said on the first.', 'Said on the second.']),
      );
  });

  it('[PRA2] is not read or changed from its day of expiry on, though it is not deleted yet', async () => {
    const person = await aConsole(deployment, deployment.gateway());
    const supervisor = await aSupervisor(deployment);
    const { practiceId } = await begin(person, 'lonely');
    await act(person, { practiceId }, { kind: 'leave' });
    await deployment.database.sql(
      `update practice set kek_day = (clock_timestamp() at time zone 'UTC')::date where id = $1`,
      [practiceId],
    );
    for (const page of [person, supervisor]) {
      expect(await page.refusal('practice:open', { practiceId })).toBe('not_found');
      const { recent } = await page.must('practice:list', {});
      expect(recent.map((practice) => practice.practiceId)).not.toContain(practiceId);
    }
    const actId = randomUUID();
    expect(await person.refusal('practice:act', { practiceId, actId, act: aMinute })).toBe('not_found');
    const word = { practiceId, wordId: randomUUID(), word: 'Too late.' };
    expect(await supervisor.refusal('practice:advise', word)).toBe('not_found');
  });

  it('does not draw a colleague away from a real visitor', async () => {
    const person = await aConsole(deployment, deployment.gateway(0));
    const colleague = await aResponder(deployment, deployment.gateway(1));
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    await colleague.takes(visitor.id);
    const colleagueId = colleague.person.id;
    const { colleagues } = await person.must('practice:list', {});
    expect(colleagues.find(({ id }) => id === colleagueId)).toMatchObject({ isHere: true, isBusy: true });
    const wished = { practiceId: randomUUID(), scenario: null, colleagueId };
    expect(await person.refusal('practice:begin', wished)).toBe('not_available');
  });
});
