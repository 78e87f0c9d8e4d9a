import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { STAFF_PROTOCOL_VERSION, STAFF_NAMESPACE } from '@warmline/contracts';
import { note } from './note';
import { command, connect } from './page';
import { Device, type Person } from './sign-in';

/** Between two looks at the live view (ms), and between two sign-ins of one person (ms). */
const LOOK_EVERY = 400;
const SIGN_IN_EVERY = 9_000;
const TRY_AGAIN = 1_000;

/** Somewhere in the charity's office. */
const OFFICE = '127.201.1.1';

/** Looks at the live view until the connection ends. */
const watch = async (page: Socket): Promise<void> => {
  while (page.connected) {
    await note('console', 'live view', () => command(page, 'live_view:open', {}));
    await delay(LOOK_EVERY);
  }
};

/** A supervisor who stays signed in and connected, and comes back whenever the connection is lost. */
export const keepWatching = async (url: string, person: Person): Promise<never> => {
  const device = new Device(url, OFFICE);
  await note('sign-in', 'sign in', () => device.signIn(person));
  const options = {
    url: `${url}${STAFF_NAMESPACE}`,
    auth: { protocol: STAFF_PROTOCOL_VERSION },
    address: OFFICE,
  };
  for (;;) {
    const page = await note('console', 'connect', () => connect({ ...options, cookie: device.cookie }));
    if (page !== null) await watch(page);
    else await delay(TRY_AGAIN);
  }
};

/** Someone who signs in and out on a device that is known since their first time. */
export const keepSigningIn = async (url: string, person: Person): Promise<never> => {
  const device = new Device(url, OFFICE);
  for (;;) {
    const isIn = await note('sign-in', 'sign in', () => device.signIn(person));
    if (isIn !== null) await device.signOut().catch(() => undefined);
    await delay(SIGN_IN_EVERY);
  }
};
