import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NewOnCallContact, OnCallAdded, OnCallContact, OnCallView } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { SECOND, type ServiceId } from '@warmline/kernel';
import { OnCallReadModel, type StoredOnCallContact } from '@warmline/postgres';
import { AlarmClock } from '@warmline/redis';
import { ServiceSecrets } from '@warmline/sealing';
import { ON_CALL_CONTACTS_MOST, type Refusal } from '@warmline/vocabulary';
import { CONFIG, type Config } from '../../core/config';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { addressProblem, shownAddress } from './contact-address';
import { canMail } from './mail';
import { addressOf, secretOf } from './secret-places';

/** One test of a contact in so long (ms). */
const TEST_AGAIN = 10 * SECOND;
const SECRET_BYTES = 32;

/** The on-call contacts of a service, as administrators set them up. */
@Injectable()
export class OnCallContacts {
  constructor(
    private readonly changes: Changes,
    private readonly contacts: OnCallReadModel,
    private readonly secrets: ServiceSecrets,
    private readonly alarms: AlarmClock,
    private readonly timers: Timers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async readView({ service }: StaffPrincipal): Promise<OnCallView> {
    const stored = await this.contacts.loadContacts(service);
    return {
      contacts: await Promise.all(stored.map((contact) => this.shown(service, contact))),
      canMail: canMail(this.config),
    };
  }

  /** The secret of a webhook is made here and answered once. */
  async addContact(person: StaffPrincipal, { kind, label, address }: NewOnCallContact): Promise<OnCallAdded> {
    const problem = addressProblem(kind, address, this.config.WEBHOOKS_PRIVATE === '1');
    if (problem !== null) return { outcome: 'problem', problem };
    const { service, staff: by } = person;
    const contact = randomUUID();
    const secret = kind === 'webhook' ? randomBytes(SECRET_BYTES).toString('base64url') : null;
    const addressSealed = await this.secrets.seal(address, addressOf(service, contact));
    const secretSealed = secret === null ? null : await this.secrets.seal(secret, secretOf(service, contact));
    const isAdded = await this.changes.commit(async (stores) => {
      await stores.onCall.lockService(service);
      if ((await stores.onCall.loadContacts(service)).length >= ON_CALL_CONTACTS_MOST) return false;
      const at = await stores.now();
      await stores.onCall.add(
        { type: 'on_call_added', service, contact, by, kind, at },
        { label, addressSealed, secretSealed },
      );
      return true;
    });
    if (!isAdded) return { outcome: 'problem', problem: 'too_many' };
    return { outcome: 'added', secret, view: await this.readView(person) };
  }

  /** Twice is once. */
  async removeContact(person: StaffPrincipal, contact: string): Promise<OnCallView> {
    const { service, staff: by } = person;
    await this.changes.commit(async (stores) => {
      await stores.onCall.lockService(service);
      await stores.onCall.remove({ type: 'on_call_removed', service, contact, by, at: await stores.now() });
    });
    return this.readView(person);
  }

  /** Refuses `not_found`, and `too_fast` while a test is on its way or just was. */
  async testContact(person: StaffPrincipal, contact: string): Promise<OnCallView | Refusal> {
    const { service } = person;
    const id = randomUUID();
    const refusal = await this.changes.commit(async (stores): Promise<Refusal | null> => {
      await stores.onCall.lockService(service);
      const known = await stores.onCall.loadContacts(service);
      if (!known.some((one) => one.id === contact)) return 'not_found';
      if (await stores.onCall.isBeingTested(contact, this.timers.scaled(TEST_AGAIN))) return 'too_fast';
      const at = await stores.now();
      await stores.onCall.makeMessage({ id, service, contact, because: 'test', at });
      return null;
    });
    if (refusal !== null) return refusal;
    // Without Redis the worker finds it by itself.
    await this.alarms.set({ kind: 'on_call', id }, 0).catch(() => undefined);
    return this.readView(person);
  }

  private async shown(service: ServiceId, stored: StoredOnCallContact): Promise<OnCallContact> {
    const { id, kind, label, addressSealed, lastAt, lastResult, open, sent, failed } = stored;
    const address = await this.secrets.open(addressSealed, addressOf(service, id));
    return {
      id,
      kind,
      label,
      address: address === null ? null : shownAddress(kind, address),
      isSending: open > 0,
      last: lastAt === null || lastResult === null ? null : { result: lastResult, at: Math.round(lastAt) },
      sent,
      failed,
    };
  }
}
