import { Inject, Injectable } from '@nestjs/common';
import type { Tried } from '@warmline/contracts';
import { isLive, type StaffPrincipal } from '@warmline/identity';
import { sessionId, staffId } from '@warmline/kernel';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { LOG, type Log } from '../../core/log';
import { RefusalCounts } from '../../core/refusal-counts';
import { Entrance, type Browser, type HalfSignedIn, type SignedIn } from '../sign-in';
import { IdentityProvider, ProviderFailed, type Recognised } from './identity-provider';
import { ProviderState, type ProviderPurpose } from './provider-state';
import { whatCame } from './read-claims';

/**
 * Why the way back from the provider led nowhere. `unlinked`: it recognised someone whose account here is not linked, or is
 * off. `taken`: that account of the provider opens another person's account here.
 */
export type ProviderRefusal = 'unreachable' | 'refused' | 'over' | 'unlinked' | 'taken';

type TryPurpose = Extract<ProviderPurpose, { to: 'try' }>;
type LinkPurpose = Extract<ProviderPurpose, { to: 'link' }>;

export type Returned =
  | { readonly to: 'signed_in'; readonly entered: SignedIn | HalfSignedIn }
  | { readonly to: 'linked'; readonly purpose: LinkPurpose }
  | { readonly to: 'tried'; readonly tried: Tried }
  | { readonly to: 'nowhere'; readonly why: ProviderRefusal; readonly purpose: ProviderPurpose };

/**
 * Signing in through the charity's identity provider. It opens an account only after its person has linked the two while they
 * were signed in: an e-mail address or a name from the provider opens nothing. Where the provider did not ask for a second
 * factor, Warmline asks for its own.
 */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly state: ProviderState,
    private readonly work: UnitOfWork,
    private readonly entrance: Entrance,
    private readonly refusals: RefusalCounts,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Where the browser goes, and the secret for its cookie. Throws ProviderFailed. */
  async begin(purpose: ProviderPurpose): Promise<{ readonly address: string; readonly secret: string }> {
    const { secret, question } = await this.state.make(purpose);
    return { address: await this.provider.addressOf(question), secret };
  }

  /** The browser is back. `secret`: of its cookie. */
  async finish(query: URLSearchParams, secret: string | null, browser: Browser): Promise<Returned> {
    const opened = secret === null ? null : await this.state.open(query.get('state') ?? '', secret);
    if (opened === null) return this.refuse('over', { to: 'sign_in' });
    const { purpose, question } = opened;
    try {
      const recognised = await this.provider.recognise(query, question);
      if (purpose.to === 'try') return await this.show(purpose, recognised);
      return purpose.to === 'link'
        ? await this.link(purpose, recognised)
        : await this.enter(recognised, browser);
    } catch (error) {
      if (!(error instanceof ProviderFailed)) throw error;
      this.log.warn({ what: error.code }, `identity provider ${error.why}`);
      if (purpose.to === 'try')
        return { to: 'tried', tried: { outcome: 'failed', why: error.why, code: error.code.slice(0, 100) } };
      return this.refuse(error.why, purpose);
    }
  }

  async unlink({ service, staff }: StaffPrincipal): Promise<void> {
    await this.work.inTransaction((stores) =>
      stores.providerIdentities.unlink({ type: 'identity_provider_unlinked', service, staff }),
    );
  }

  /** Begins no session and writes nothing. */
  private async show({ staff }: TryPurpose, recognised: Recognised): Promise<Returned> {
    const holder = await this.work.inTransaction(({ providerIdentities }) =>
      providerIdentities.findStaff(recognised),
    );
    const opens = holder === null ? 'none' : holder === staff ? 'yours' : 'another';
    return { to: 'tried', tried: whatCame(recognised, this.provider.roleClaim, opens) };
  }

  private async enter(recognised: Recognised, browser: Browser): Promise<Returned> {
    const person = await this.findPerson(recognised);
    const entered = person === null ? null : await this.begun(person, recognised, browser);
    return entered === null ? this.refuse('unlinked', { to: 'sign_in' }) : { to: 'signed_in', entered };
  }

  private begun(
    person: StaffRow,
    { hasSecondFactor, askedAt }: Recognised,
    browser: Browser,
  ): Promise<SignedIn | HalfSignedIn | null> {
    return hasSecondFactor
      ? this.entrance.afterProof({ ...person, askedAt }, 'identity_provider', browser)
      : this.entrance.afterPassword(person, browser);
  }

  private async findPerson({ issuer, subject }: Recognised): Promise<StaffRow | null> {
    return this.work.inTransaction(async ({ providerIdentities, staff }) => {
      const id = await providerIdentities.findStaff({ issuer, subject });
      const row = id === null ? null : await staff.findStaff(id);
      return row?.active === true ? row : null;
    });
  }

  /** Only while the session that asked for it goes on. */
  private async link(purpose: LinkPurpose, { issuer, subject }: Recognised): Promise<Returned> {
    const [staff, session] = [staffId(purpose.staff), sessionId(purpose.session)];
    const linked = await this.work.inTransaction(async (stores) => {
      const row = await stores.staff.lock(staff);
      const [at, open] = [await stores.now(), await stores.staff.findOpenSessions(staff)];
      const isOpen = open.some((one) => one.id === session && isLive(one, at));
      if (row?.active !== true || !isOpen) return 'over';
      const fact = { type: 'identity_provider_linked', service: row.serviceId, staff: row.id } as const;
      return (await stores.providerIdentities.link(fact, { issuer, subject })) ? null : 'taken';
    });
    return linked === null ? { to: 'linked', purpose } : this.refuse(linked, purpose);
  }

  private refuse(why: ProviderRefusal, purpose: ProviderPurpose): Returned {
    if (purpose.to === 'sign_in' && why !== 'unreachable') this.refusals.count('wrong_sign_in');
    return { to: 'nowhere', why, purpose };
  }
}
