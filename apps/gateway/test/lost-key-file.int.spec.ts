import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expiryDayOf } from '@warmline/conversation';
import { instant } from '@warmline/kernel';
import { until } from '@warmline/test-kit';
import { CONNECTIONS, type Connections } from '../src/core/connections';
import { ForgetKeysJob } from '../src/core/forget-keys-job';
import { Deployment } from './deployment/deployment';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
});
afterAll(() => deployment.stop());

describe('a key of a later day whose file is gone', () => {
  it('[PRV4] makes the gateway unready and is told in the log once a minute, until the file is back', async () => {
    const gateway = deployment.gateway();
    const { keyring } = gateway.app.get<Connections>(CONNECTIONS, { strict: false });
    const job = gateway.app.get(ForgetKeysJob, { strict: false });
    const day = expiryDayOf(instant(Date.now()));
    await keyring.findOrMake(day);
    const ready = async () => {
      const answer = await fetch(`${gateway.url}/readyz`);
      return { code: answer.status, ...((await answer.json()) as { keyring: string }) };
    };
    expect(await ready()).toMatchObject({ keyring: 'ok' });
    const file = join(deployment.config.KEYRING_DIR, `${day}.key`);
    await rename(file, `${file}.aside`);
    for (let look = 0; look < 3; look += 1) await job.forgetDestroyed();
    expect(keyring.endingInMemory).toContain(day);
    await until('the gateway to be unready', async () => (await ready()).keyring === 'file_missing');
    expect((await ready()).code).toBe(503);
    const told = deployment.log.lines.filter((line) => line.includes(`the key files of ${day} are missing`));
    expect(told).toHaveLength(1);
    await rename(`${file}.aside`, file);
    await job.forgetDestroyed();
    await until('the gateway to be ready', async () => (await ready()).keyring === 'ok');
    expect((await ready()).code).toBe(200);
  });
});
