import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { SetUp } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import { isUniqueViolation, UnitOfWork } from '@warmline/postgres';
import { DEFAULT_CAPACITY } from '@warmline/routing';
import type { PasswordFlaw } from '@warmline/vocabulary';
import { SERVICE, type Service } from '../../core/service-settings';
import { chosenPasswordFlaw } from '../../session/chosen-password';
import { HashQueue } from '../../session/hash-queue';
import { hashPassword } from '../../session/passwords';
import { SignInDelays } from '../../session/sign-in-delays';
import type { Browser, SignedIn } from './accounts';
import { Entrance, type Entering, type HalfSignedIn } from './entrance';

export type SetUpRefusal = 'link_over' | 'name_taken' | PasswordFlaw;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Makes the account of the first administrator, with the one-time link that `migrate` printed. */
@Injectable()
export class SetUpAdministrator {
  constructor(
    private readonly queue: HashQueue,
    private readonly delays: SignInDelays,
    private readonly entrance: Entrance,
    private readonly work: UnitOfWork,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /**
   * Answers the session that begins with it, or half of one until a second factor is set up. Nobody can guess a link, so a wrong one costs one question to the database in the
   * queue of strangers, and delays nobody. Rejects with Busy when that queue is full.
   */
  async setUp(asked: SetUp, browser: Browser): Promise<SignedIn | HalfSignedIn | SetUpRefusal> {
    const flaw = await chosenPasswordFlaw(asked.password, [asked.name, asked.signInName]);
    if (flaw !== null) return flaw;
    const asker = { key: this.delays.keyOf('setup', asked.token), isKnown: false, signal: browser.signal };
    const made = await this.queue.run(asker, () => this.makeAccount(asked));
    if (typeof made === 'string') return made;
    return (await this.entrance.afterPassword(made, browser)) ?? 'link_over';
  }

  private async makeAccount(asked: SetUp): Promise<Entering | SetUpRefusal> {
    const link = hashOf(asked.token);
    // First, so that only those who have the link make the server hash.
    if (!(await this.work.inTransaction(({ setupLinks }) => setupLinks.isLive(this.service.id, link))))
      return 'link_over';
    const passwordHash = await hashPassword(asked.password);
    return this.save(asked, link, passwordHash).catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      return 'name_taken' as const;
    });
  }

  /** The link is used, the account is made and the fact recorded together, or none of them. */
  private async save({ name, signInName }: SetUp, link: Buffer, passwordHash: string) {
    const id = staffId(uuid());
    return this.work.inTransaction(async ({ setupLinks, ...stores }) => {
      const service = this.service.id;
      if (!(await setupLinks.takeLink(service, link))) return 'link_over' as const;
      const account = { id, serviceId: service, name, signInName, passwordHash, capacity: DEFAULT_CAPACITY };
      await setupLinks.addAdministrator(
        { type: 'administrator_set_up', service, staff: id },
        { ...account, freeSince: await stores.now() },
      );
      return { id, signInName };
    });
  }
}
