import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import {
  type Acknowledgement,
  type LiveView,
  type Offer,
  STAFF_PROTOCOL_VERSION,
  STAFF_NAMESPACE,
  type StaffCommands,
  type StaffNotices,
  type TimelinePage,
  type WrapUp,
} from '@warmline/contracts';
import { SECOND } from '@warmline/kernel';
import { aPerson, until, within, type Person, type PersonSetUp } from '@warmline/test-kit';
import type { Deployment } from './deployment';
import { Page, type ConnectOptions } from './page';
import type { RunningGateway } from './running';

export const PASSWORD = 'correct horse battery staple';
/** As cheap to check as the form allows: what a check costs is no question of these specs. */
let passwordHash: Promise<string> | null = null;

/** A new member of staff who signs in with PASSWORD. */
export const aStaffMember = async (
  deployment: Pick<Deployment, 'database' | 'service'>,
  setUp: PersonSetUp = {},
): Promise<Person> => {
  passwordHash ??= hash(PASSWORD, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
  return aPerson(deployment.database.opened, deployment.service, {
    ...setUp,
    passwordHash: await passwordHash,
  });
};

/**
 * Signs in over HTTP; answers the cookie as a browser would send it back. Tries again when the server says it is
 * busy. `before`: the cookie that the browser has until now.
 */
export const signIn = async (
  gateway: RunningGateway,
  { signInName }: Pick<Person, 'signInName'>,
  before = '',
): Promise<string> => {
  const answer = await fetch(`${gateway.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: before },
    body: JSON.stringify({ signInName, password: PASSWORD }),
  });
  if (answer.status === 503) {
    await delay(Number(answer.headers.get('retry-after')) * SECOND);
    return signIn(gateway, { signInName }, before);
  }
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(`signing in answered ${answer.status}`);
  return cookie;
};

export interface HeldHere {
  readonly conversationId: string;
  readonly epoch: number;
}

/** A console on one gateway, its desk open. */
export class Console extends Page<StaffCommands, StaffNotices> {
  private constructor(
    socket: Console['socket'],
    readonly person: Person,
    readonly cookie: string,
  ) {
    super(socket);
  }

  /** A line that is up, on which nobody asks for anything. */
  static reaches(
    { url }: RunningGateway,
    cookie: string,
    { shown, from = {} }: { readonly shown?: Person; readonly from?: ConnectOptions } = {},
  ): Promise<Console['socket']> {
    return Page.connect(`${url}${STAFF_NAMESPACE}`, {
      auth: { protocol: STAFF_PROTOCOL_VERSION, ...(shown && { staffId: shown.id }) },
      ...from,
      extraHeaders: { ...from.extraHeaders, cookie },
    });
  }

  static async connected(
    gateway: RunningGateway,
    { person, cookie }: { readonly person: Person; readonly cookie: string },
  ): Promise<Console> {
    const socket = await Console.reaches(gateway, cookie);
    const page = new Console(socket, person, cookie);
    await page.must('desk:open', {});
    return page;
  }

  /** Another console of the same session. */
  again(gateway: RunningGateway): Promise<Console> {
    return Console.connected(gateway, this);
  }

  async becomesAvailable(): Promise<this> {
    await this.must('shift:check_in', { answer: 'yes', takesSurge: false });
    return this;
  }

  /** The live view once it shows this; it is opened again until then. */
  async seesLiveView(fits: (view: LiveView) => boolean): Promise<LiveView> {
    let view = await this.must('live_view:open', {});
    await until('the live view to show it', async () => {
      if (!fits(view)) view = await this.must('live_view:open', {});
      return fits(view);
    });
    return view;
  }

  /** The offer on this desk, now or as soon as it comes. */
  async isOffered(fits: (offer: Offer) => boolean = () => true): Promise<Offer> {
    const isIt = (offer: Offer | null): offer is Offer => offer !== null && fits(offer);
    // What was heard before may tell of an offer that is withdrawn since.
    const before = this.notices('desk:changed').length;
    const { offer } = await this.must('desk:open', {});
    if (isIt(offer)) return offer;
    const desk = await this.hears('desk:changed', (changed) => isIt(changed.offer), before);
    if (!isIt(desk.offer)) throw new Error('the notice fitted and then did not');
    return desk.offer;
  }

  /** Waits to be offered this conversation, and takes it. */
  async takes(conversation: string): Promise<HeldHere> {
    const offer = await this.isOffered(({ conversationId }) => conversationId === conversation);
    return this.must('offer:accept', { offerId: offer.id });
  }

  says(held: HeldHere, body: string, id: string = randomUUID()): Promise<Acknowledgement> {
    return this.must('message:send', { ...held, id, body });
  }

  reads({ conversationId }: Pick<HeldHere, 'conversationId'>, after = 0): Promise<TimelinePage> {
    return this.must('timeline:read', { conversationId, after });
  }
}

/** Signed in and connected. */
export const aConsole = async (
  deployment: Deployment,
  gateway: RunningGateway,
  setUp: PersonSetUp = {},
): Promise<Console> => {
  const person = await aStaffMember(deployment, setUp);
  return within('a console', Console.connected(gateway, { person, cookie: await signIn(gateway, person) }));
};

/** A responder who has said they are available. */
export const aResponder = async (
  deployment: Deployment,
  gateway = deployment.gateway(),
  setUp: PersonSetUp = {},
): Promise<Console> => (await aConsole(deployment, gateway, setUp)).becomesAvailable();

/** A supervisor who watches and takes no conversations. */
export const aSupervisor = (deployment: Deployment, gateway = deployment.gateway()): Promise<Console> =>
  aConsole(deployment, gateway, { role: 'supervisor' });

export const aWrapUp = (note = ''): WrapUp => ({
  contactKind: 'conversation',
  topics: ['loneliness'],
  outcome: 'calmer',
  note,
});
