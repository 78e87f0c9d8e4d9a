import { kill } from 'node:process';
import { until } from '@warmline/test-kit/testing';
import { inConversation, sameWords } from '../src/in-conversation';
import { asJourney } from '../src/journey';
import { pidOf } from '../src/running';
import type { TheVisitor } from '../src/the-visitor';

/** Lets the message through and closes the connection before its answer comes back, once. */
const loseAnswerTo = async (visitor: TheVisitor, text: string): Promise<void> => {
  let fate: 'not sent' | 'sent' | 'lost' = 'not sent';
  await visitor.page.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer();
    // What still comes along a line that is closed goes nowhere: the browser would complain about it.
    let closed = false;
    page.onMessage((frame) => {
      if (closed) return;
      if (fate === 'not sent' && String(frame).includes(text)) fate = 'sent';
      server.send(frame);
    });
    server.onMessage((frame) => {
      if (closed) return;
      if (fate !== 'sent' || !String(frame).includes('"seq"')) return page.send(frame);
      fate = 'lost';
      closed = true;
      void page.close();
      void server.close();
    });
  });
};

const killGateway = async (): Promise<void> => {
  const pid = pidOf('gateway');
  if (pid === null) throw new Error('no gateway runs');
  kill(pid, 'SIGKILL');
  await until('another gateway', async () => ![null, pid].includes(pidOf('gateway')));
};

it(
  'what both write while the visitor is offline arrives once and in order',
  asJourney(async (journey) => {
    const { robin, sam } = await inConversation(journey);
    await robin.page.context().setOffline(true);
    await robin.sends('First without a line');
    await robin.message('First without a line').getByText('Not sent yet').waitFor();
    await robin.sends('Second without a line');
    await sam.says('Written while Robin was away');
    await robin.finds('Your connection dropped');
    await robin.finds(/You can also call Samaritans/);
    await robin.meetsNoBarriers('without a line');
    await sam.finds('Robin is not connected right now');
    await sam.meetsNoBarriers('the visitor is not connected');
    await robin.page.context().setOffline(false);
    await robin.reads('Written while Robin was away');
    await sam.reads('Second without a line');
    await robin.noLongerFinds('Your connection dropped');
    await sam.noLongerFinds('Robin is not connected right now');
    const words = await sameWords({ robin, sam }, 5);
    expect(words.filter((text) => text.endsWith('without a line'))).toEqual([
      'First without a line',
      'Second without a line',
    ]);
  }),
);

it(
  '[MSG2] a connection lost between a message and its answer does not double the message',
  asJourney(async (journey) => {
    const visitor = await journey.visitor();
    await loseAnswerTo(visitor, 'Stored, but who knows');
    const { robin, sam } = await inConversation(journey, visitor);
    await robin.says('Stored, but who knows');
    await robin.says('And on it goes');
    await sam.reads('And on it goes');
    expect(await sameWords({ robin, sam }, 4)).toEqual([
      'Hello?',
      'Hello Robin',
      'Stored, but who knows',
      'And on it goes',
    ]);
  }),
);

it(
  '[MSG1] a conversation goes on in both open pages when its gateway is killed, with nothing lost or doubled',
  asJourney(async (journey) => {
    const { robin, sam } = await inConversation(journey);
    await robin.marksThePage();
    await sam.marksThePage();
    for (const turn of [1, 2, 3, 4, 5, 6]) {
      await robin.sends(`Robin ${turn}`);
      await sam.sends(`Sam ${turn}`);
      if (turn === 3) await killGateway();
    }
    await robin.finds('Sam 6');
    await sam.finds('Robin 6');
    const words = await sameWords({ robin, sam }, 14);
    for (const name of ['Robin', 'Sam'])
      expect(words.filter((text) => text.startsWith(`${name} `))).toEqual(
        [1, 2, 3, 4, 5, 6].map((turn) => `${name} ${turn}`),
      );
    expect(await robin.isOnTheSamePage()).toBe(true);
    expect(await sam.isOnTheSamePage()).toBe(true);
    await sam.ends('We agreed to finish');
    await robin.sees('heading', 'This chat has ended');
  }),
);
