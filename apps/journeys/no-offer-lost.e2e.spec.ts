import { closeBrowser, onStage } from './src/stage';

afterAll(closeBrowser);

describe('an offer', () => {
  it(
    'that is declined goes to somebody else, and the visitor never sees it',
    onStage(async (stage) => {
      const [sam, jo] = [await stage.responder('Sam'), await stage.responder('Jo')];
      await sam.isThere();
      const robin = await stage.visitor();
      await robin.startsChat({ safety: 'unsure', name: 'Robin' });
      await sam.isOffered();
      await jo.isThere();
      await sam.presses('Decline');
      await sam.offer.waitFor({ state: 'detached' });
      await jo.isOffered();
      await robin.sees('heading', "You're in the queue");
      await jo.accepts('Robin');
      await robin.finds('Jo has joined.');
      await sam.finds('No offer right now.');
    }),
  );

  it(
    'to someone whose visitor leaves the queue goes away with a word',
    onStage(async (stage) => {
      const sam = await stage.responder('Sam');
      await sam.isThere();
      const robin = await stage.visitor();
      await robin.startsChat();
      await sam.isOffered();
      await robin.stopsWaiting();
      await sam.offer.waitFor({ state: 'detached' });
      await sam.finds(/That offer has moved on/);
      await sam.meetsNoBarriers('an offer has moved on');
      await sam.presses('Put away');
      await sam.noLongerFinds(/That offer has moved on/);
    }),
  );

  it(
    'waits for whoever comes back: one who was away is offered who waited meanwhile, answer first before standard',
    onStage(async (stage) => {
      const [kim, robin] = [await stage.visitor(), await stage.visitor()];
      await kim.startsChat({ safety: 'safe', name: 'Kim' });
      await robin.startsChat({ safety: 'danger', name: 'Robin' });
      await robin.finds(/you're next/);
      await robin.meetsNoBarriers('waiting, in danger');
      const sam = await stage.responder('Sam');
      await sam.isThere();
      await sam.isOffered();
      await sam.offer.getByText('Answer first').waitFor();
      await sam.accepts('Robin');
      await kim.sees('heading', "You're in the queue");
    }),
  );
});

describe('signing in', () => {
  it(
    'says what is missing or wrong, and never which of the two is wrong',
    onStage(async (stage) => {
      const jo = await stage.responder('Jo');
      await jo.opensTheConsole();
      await jo.presses('Sign in');
      await jo.finds('Type your sign-in name.');
      await jo.meetsNoBarriers('a sign-in without a name');
      for (const name of ['jo', 'nobody']) {
        await jo.tries(name, 'not the password');
        await jo.finds(/That sign-in name and password do not go together/);
      }
      await jo.meetsNoBarriers('a wrong sign-in');
      await jo.signsIn();
    }),
  );

  it(
    'out in one tab ends the other at once, with a word why',
    onStage(async (stage) => {
      const jo = await stage.responder('Jo');
      await jo.isThere();
      const other = await jo.page.context().newPage();
      await other.goto('/console/');
      await other.getByText('Connected').waitFor();
      await jo.signsOut();
      await jo.finds('You are signed out.');
      await other.getByText('You were signed out because your session ended.').waitFor();
    }),
  );

  it(
    'out with a conversation open asks first, and the visitor is told at once',
    onStage(async (stage) => {
      const jo = await stage.responder('Jo');
      await jo.isThere();
      const robin = await stage.visitor();
      await robin.startsChat({ name: 'Robin' });
      await jo.accepts('Robin');
      await robin.finds('Jo has joined.');
      await jo.signsOut();
      await jo.finds(/You are still in a conversation with Robin/);
      await jo.meetsNoBarriers('asked before signing out');
      await jo.presses('Stay here');
      await jo.says('Still here');
      await jo.signsOut();
      await jo.presses('Sign out');
      await jo.finds('You are signed out.');
      await robin.finds(
        /Jo's connection has dropped. We're getting you back to Jo, or to someone else/,
        5_000,
      );
    }),
  );
});
