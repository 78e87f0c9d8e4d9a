import { SHOWN_STAFF_HEADER } from '@warmline/vocabulary';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, Console } from '../../../test/deployment/staff';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({});
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const url = (): string => deployment.gateway(0).url;

const connectsAs = (shown: Console, cookie: string) =>
  Console.reaches(deployment.gateway(0), cookie, { shown: shown.person });

describe('a console whose browser is signed in as someone else now', () => {
  it('[SEC1] is not connected under the name of the other person', async () => {
    const jo = await aResponder(deployment, deployment.gateway(0));
    const ana = await aResponder(deployment, deployment.gateway(0));
    await expect(connectsAs(jo, ana.cookie)).rejects.toThrow('session_changed');
    const own = await connectsAs(jo, jo.cookie);
    expect(own.connected).toBe(true);
    own.disconnect();
  });

  it('[SEC1] does and signs out nothing over HTTP under the name of the other person', async () => {
    const jo = await aResponder(deployment, deployment.gateway(0));
    const ana = await aResponder(deployment, deployment.gateway(0));
    const asks = (method: string, shown: Console) =>
      fetch(`${url()}/api/session`, {
        method,
        headers: { cookie: ana.cookie, [SHOWN_STAFF_HEADER]: shown.person.id },
      });
    const refused = await asks('DELETE', jo);
    expect([refused.status, await refused.json()]).toEqual([401, { refusal: 'session_changed' }]);
    expect((await asks('GET', ana)).status).toBe(200);
  });
});
