import { kill } from 'node:process';
import { eventually } from './src/eventually';
import { withoutPostgres } from './src/outage';
import { pidOf } from './src/running';
import { closeBrowser, onStage, type Stage } from './src/stage';
import type { TheResponder } from './src/the-responder';
import type { TheVisitor } from './src/the-visitor';

interface Pair {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
}

const talking = async (stage: Stage, visitor?: TheVisitor): Promise<Pair> => {
  const sam = await stage.responder('Sam');
  await sam.isThere();
  const robin = visitor ?? (await stage.visitor());
  await robin.startsChat({ name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says('Hello?');
  await sam.says('Hello Robin');
  await robin.reads('Hello Robin');
  return { robin, sam };
};

/** What both read in the end: the same words in the same order, each once. */
const sameWords = async ({ robin, sam }: Pair, count: number): Promise<readonly string[]> => {
  await eventually(
    async () => (await robin.thread()).length >= count && (await sam.thread()).length >= count,
  );
  const words = await robin.thread();
  expect(await sam.thread()).toEqual(words);
  expect(new Set(words).size).toBe(words.length);
  return words;
};

/** Lets the message through and cuts the line before any word of it comes back, once. */
const loseTheAnswerTo = async ({ page }: TheVisitor, text: string): Promise<void> => {
  let fate: 'not sent' | 'sent' | 'lost' = 'not sent';
  await page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    line.onMessage((frame) => {
      if (fate === 'not sent' && String(frame).includes(text)) fate = 'sent';
      server.send(frame);
    });
    server.onMessage((frame) => {
      if (fate !== 'sent' || !String(frame).includes('"seq"')) return line.send(frame);
      fate = 'lost';
      void line.close();
      void server.close();
    });
  });
};

const killGateway = async (): Promise<void> => {
  const pid = pidOf('gateway');
  if (pid === null) throw new Error('no gateway runs');
  kill(pid, 'SIGKILL');
  await eventually(async () => ![null, pid].includes(pidOf('gateway')));
};

afterAll(closeBrowser);

describe('a broken line', () => {
  it(
    'loses nothing: what is written meanwhile arrives once, in order',
    onStage(async (stage) => {
      const { robin, sam } = await talking(stage);
      await robin.page.context().setOffline(true);
      await robin.sends('First without a line');
      await robin.message('First without a line').getByText('Not sent yet').waitFor({ timeout: 5_000 });
      await robin.sends('Second without a line');
      await sam.says('Written while Robin was away');
      await robin.finds('Your connection dropped', 15_000);
      await robin.finds(/You can also call Samaritans/);
      await robin.meetsNoBarriers('without a line');
      await sam.finds('Robin is not connected right now', 25_000);
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
    '[MSG2] between a message and its answer does not double the message',
    onStage(async (stage) => {
      const visitor = await stage.visitor();
      await loseTheAnswerTo(visitor, 'Stored, but who knows');
      const { robin, sam } = await talking(stage, visitor);
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
    '[MSG5] behind the server is said honestly, with other help, and what was written arrives once',
    onStage(async (stage) => {
      const { robin, sam } = await talking(stage);
      await withoutPostgres(async () => {
        await robin.sends('Written while nothing can be kept');
        await robin.finds('We cannot reach our service right now. Your message is not sent.', 5_000);
        await robin.finds(/You can also call Samaritans/);
        await robin.message('Written while nothing can be kept').getByText('Not sent yet').waitFor();
        await robin.meetsNoBarriers('the service cannot be reached');
      });
      await robin.seesOwn('Written while nothing can be kept', /Sent|Seen/);
      await robin.noLongerFinds(/We cannot reach our service/);
      await sam.reads('Written while nothing can be kept');
      expect(await sameWords({ robin, sam }, 3)).toContain('Written while nothing can be kept');
    }),
  );

  it(
    'on the side of the responder is told to both, and heals',
    onStage(async (stage) => {
      const { robin, sam } = await talking(stage);
      await sam.page.context().setOffline(true);
      await sam.sends('Written without a line');
      await sam.message('Written without a line').getByText('Not sent yet').waitFor({ timeout: 5_000 });
      await sam.finds('The connection dropped', 15_000);
      await sam.finds(/Your visitors still have you for about/);
      // Both at once: the line has to be back before the lease runs out.
      await Promise.all([
        robin.finds("Sam's connection has dropped", 25_000),
        sam.meetsNoBarriers('without a line'),
      ]);
      await sam.page.context().setOffline(false);
      await robin.reads('Written without a line');
      await robin.noLongerFinds("Sam's connection has dropped");
      await sameWords({ robin, sam }, 3);
    }),
  );

  it(
    'of a page that is loaded again leaves words, place and drafts as they were',
    onStage(async (stage) => {
      const { robin, sam } = await talking(stage);
      await robin.box.fill('What I was about to say');
      await robin.page.reload();
      await robin.reads('Hello Robin');
      expect(await robin.box.inputValue()).toBe('What I was about to say');
      await sam.box.fill('What I was about to answer');
      await sam.page.reload();
      await sam.isWith('Robin');
      await sam.reads('Hello Robin');
      expect(await sam.box.inputValue()).toBe('What I was about to answer');
      await robin.box.press('Enter');
      await sam.reads('What I was about to say');
      await sam.box.press('Control+Enter');
      await robin.reads('What I was about to answer');
      await sameWords({ robin, sam }, 4);
    }),
  );

  it(
    '[MSG1] through a gateway killed in mid-conversation goes on in both open pages, nothing lost or doubled',
    onStage(async (stage) => {
      const { robin, sam } = await talking(stage);
      await robin.marksThePage();
      await sam.marksThePage();
      for (const turn of [1, 2, 3, 4, 5, 6]) {
        await robin.sends(`Robin ${turn}`);
        await sam.sends(`Sam ${turn}`);
        if (turn === 3) await killGateway();
      }
      await robin.finds('Sam 6', 30_000);
      await sam.finds('Robin 6', 30_000);
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
});
