import { asJourney } from '../src/journey';

it(
  'an offer that is declined goes to someone else, and the visitor never sees it',
  asJourney(async (journey) => {
    const [sam, jo] = [await journey.responder('Sam'), await journey.responder('Jo')];
    await sam.isThere();
    const robin = await journey.visitor();
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
  'signing out with a conversation open asks first, and the visitor is told at once',
  asJourney(async (journey) => {
    const jo = await journey.responder('Jo');
    await jo.isThere();
    const robin = await journey.visitor();
    await robin.startsChat({ name: 'Robin' });
    await jo.accepts('Robin');
    await robin.finds('Jo has joined.');
    await jo.signsOut();
    await jo.finds(/You are still in a conversation with Robin/);
    await jo.meetsNoBarriers('asked before signing out');
    await jo.presses('Stay signed in');
    await jo.says('Still here');
    await jo.signsOut();
    const leaves = async (): Promise<void> => {
      await jo.presses('Sign out');
      await jo.finds('You are signed out.');
    };
    // Shown until someone else is looked for: a page that is looked at later says that Jo had to leave.
    const told = /Jo's connection has dropped. We're getting you back to Jo, or to someone else/;
    await Promise.all([robin.finds(told), leaves()]);
  }),
);
