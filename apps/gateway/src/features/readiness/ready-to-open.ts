import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type {
  ReadinessConfirm,
  ReadinessConfirmed,
  ReadinessOpened,
  ReadinessView,
} from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { ServiceContentReadModel, type StoredReadiness, type Stores } from '@warmline/postgres';
import { decideOpening, readinessOf, type ReadinessFacts } from '@warmline/setup';
import type { ReadinessCheck, ReadinessConfirmation } from '@warmline/vocabulary';
import { CONFIG, type Config } from '../../core/config';
import { Changes } from '../../index/changes';
import { openingOf, ServiceOpening } from '../opening';
import { BuiltPage } from '../visitor-page';

/** What a person's word is about: when this is another, the thing has to be looked at again. */
type About = Readonly<Record<ReadinessConfirmation, string>>;

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Computes what is ready from what is stored, keeps what people confirm, and opens the service for the first time. */
@Injectable()
export class ReadyToOpen {
  constructor(
    private readonly changes: Changes,
    private readonly content: ServiceContentReadModel,
    private readonly page: BuiltPage,
    private readonly opening: ServiceOpening,
    @Inject(CONFIG) private readonly config: Pick<Config, 'WARMLINE_DEMO'>,
  ) {}

  async readView(person: StaffPrincipal): Promise<ReadinessView> {
    return this.withOpening(await this.changes.commit((stores) => this.viewIn(stores, person)));
  }

  /** Only what the person was shown is confirmed: nobody has looked at what it has become since. */
  async confirm(
    person: StaffPrincipal,
    { what, about: seen }: ReadinessConfirm,
  ): Promise<ReadinessConfirmed> {
    const { service, staff } = person;
    const { outcome, view } = await this.changes.commit(async (stores) => {
      const isSame = (await this.aboutIn(stores, person))[what] === seen;
      if (isSame) await stores.readiness.confirm({ type: 'readiness_confirmed', service, staff, what }, seen);
      const came: ReadinessConfirmed['outcome'] = isSame ? 'confirmed' : 'outdated';
      return { outcome: came, view: await this.viewIn(stores, person) };
    });
    return { outcome, view: await this.withOpening(view) };
  }

  /** `named`: what the administrator was told is missing. Twice is once. */
  async open(person: StaffPrincipal, named: readonly ReadinessCheck[]): Promise<ReadinessOpened> {
    const { service, staff } = person;
    const { outcome, view } = await this.changes.commit(async (stores) => {
      const { mayOpen, missing } = decideOpening(readinessOf(await this.factsIn(stores, person)), named);
      if (mayOpen) await stores.readiness.open({ type: 'service_opened', service, staff, missing });
      const came: ReadinessOpened['outcome'] = mayOpen ? 'opened' : 'not_ready';
      return { outcome: came, view: await this.viewIn(stores, person) };
    });
    return { outcome, view: await this.withOpening(view) };
  }

  /** After the transaction: what visitors are told follows from what is stored by then. */
  private async withOpening(view: Omit<ReadinessView, 'opening'>): Promise<ReadinessView> {
    const { state, why, takes } = openingOf(await this.opening.readNow());
    return { ...view, opening: { state, why, takes } };
  }

  private async viewIn(stores: Stores, person: StaffPrincipal): Promise<Omit<ReadinessView, 'opening'>> {
    const { about, ...facts } = await this.factsIn(stores, person);
    return { now: facts.now, openedAt: facts.openedAt, lines: readinessOf(facts), about };
  }

  private async factsIn(
    stores: Stores,
    person: StaffPrincipal,
  ): Promise<ReadinessFacts & Pick<StoredReadiness, 'openedAt'> & { readonly about: About }> {
    const about = await this.aboutIn(stores, person);
    const { confirmations, ...stored } = await stores.readiness.load(person.service);
    const confirmed = Object.fromEntries(
      confirmations.map(({ what, by, at, about: then }) => [
        what,
        { by, at, isCurrent: then === about[what] },
      ]),
    );
    // The demo asks for no second factor, and says so.
    const isDemo = this.config.WARMLINE_DEMO === '1';
    return { ...stored, about, confirmed, withoutSecondFactor: isDemo ? null : stored.withoutSecondFactor };
  }

  private async aboutIn(stores: Stores, { service }: StaffPrincipal): Promise<About> {
    const { charity } = await stores.charity.lock(service);
    const { emergencyNumber, helplines, privacy, languages } = charity;
    const words = (await this.page.loadPage().catch(() => null))?.catalogue.words ?? null;
    const texts = await this.content.loadOwnTexts(service);
    return {
      numbers: fingerprint([emergencyNumber, helplines.map(({ name, number, by }) => [name, number, by])]),
      wording: fingerprint([words, texts, privacy, languages]),
      backup: fingerprint('backup'),
      always_open: fingerprint('always_open'),
    };
  }
}
