import { asJourney } from '../src/journey';
import { withAuthenticator } from '../src/passkeys';
import { warmlineUrl } from '../src/running';

const repeats = async (answer: string): Promise<unknown[]> => {
  const again = await fetch(`${warmlineUrl()}/api/session/passkey/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: answer,
  });
  return [again.status, await again.json()];
};

it(
  '[SEC3] a responder makes a passkey, signs in with it alone, and its answer counts once',
  asJourney(async (journey) => {
    const jo = await journey.responder('Jo');
    await withAuthenticator(jo.page);
    await jo.signsIn();
    await jo.chooses('Jo: menu', 'My account');
    await jo.page.getByLabel('Name of the passkey').fill('Work laptop');
    await jo.presses('Add a passkey');
    await jo.sees('button', 'Remove the passkey Work laptop');
    await jo.sees('dialog', 'Keep your recovery codes');
    await jo.presses('I have kept them');
    await jo.meetsNoBarriers('in their account');
    await jo.signsOut();
    await jo.finds('You are signed out.');
    const asked = jo.page.waitForRequest((request) => request.url().endsWith('/api/session/passkey/confirm'));
    await jo.presses('Sign in with a passkey');
    await jo.finds('Connected');
    const answer = (await asked).postData() ?? '';
    expect(await repeats(answer)).toEqual([401, { refusal: 'wrong_sign_in' }]);
    await jo.chooses('Jo: menu', 'My account');
    await jo.presses('Remove the passkey Work laptop');
    await jo.finds('You have no passkey yet.');
  }),
);
