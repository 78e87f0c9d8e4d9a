import { asJourney } from '../src/journey';

it(
  'an offer goes away with a word why when its visitor leaves the queue',
  asJourney(async (journey) => {
    const sam = await journey.responder('Sam');
    await sam.isThere();
    const robin = await journey.visitor();
    await robin.startsChat();
    await sam.isOffered();
    await robin.stopsWaiting();
    await sam.offer.waitFor({ state: 'detached' });
    await sam.finds(/That offer has ended/);
    await sam.meetsNoBarriers('an offer has moved on');
    await sam.presses('Dismiss');
    await sam.noLongerFinds(/That offer has ended/);
  }),
);

it(
  'a responder who comes back is offered the visitors who waited, answer first before standard',
  asJourney(async (journey) => {
    const [kim, robin] = [await journey.visitor(), await journey.visitor()];
    await kim.startsChat({ safety: 'safe', name: 'Kim' });
    await robin.startsChat({ safety: 'danger', name: 'Robin' });
    await robin.finds(/you're next/);
    await robin.meetsNoBarriers('waiting, in danger');
    const sam = await journey.responder('Sam');
    await sam.isThere();
    await sam.isOffered();
    await sam.offer.getByText('Answer first').waitFor();
    await sam.accepts('Robin');
    await kim.sees('heading', "You're in the queue");
  }),
);

it(
  'signing in says what is missing or wrong, and never which of the two is wrong',
  asJourney(async (journey) => {
    const jo = await journey.responder('Jo');
    await jo.opensTheConsole();
    await jo.presses('Sign in');
    await jo.finds('Enter your sign-in name.');
    await jo.meetsNoBarriers('a sign-in without a name');
    for (const name of ['jo', 'nobody']) {
      await jo.tries(name, 'not the password');
      await jo.finds(/That name or password isn’t right/);
    }
    await jo.meetsNoBarriers('a wrong sign-in');
    await jo.signsIn();
  }),
);

it(
  'signing out in one tab ends the other at once and says why',
  asJourney(async (journey) => {
    const jo = await journey.responder('Jo');
    await jo.isThere();
    const other = await jo.page.context().newPage();
    await other.goto('/console/');
    await other.getByText('Connected').waitFor();
    await jo.signsOut();
    await jo.finds('You are signed out.');
    await other.getByText('You were signed out because your session ended.').waitFor();
  }),
);
