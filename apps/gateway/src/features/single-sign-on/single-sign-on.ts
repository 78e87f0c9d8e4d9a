import { Inject, Injectable } from '@nestjs/common';
import type { Tried } from '@warmline/contracts';
import { accessTold, type StaffPrincipal, type ToldAccess } from '@warmline/identity';
import { sessionId, staffId } from '@warmline/kernel';
import type { StaffRow } from '@warmline/postgres';
import { LOG, type Log } from '../../core/log';
import { RefusalCounts } from '../../core/refusal-counts';
import { Entrance, type Browser, type HalfSignedIn, type SignedIn } from '../sign-in';
import { IdentityProvider, ProviderFailed, type Recognised } from './identity-provider';
import { ProviderPeople } from './provider-people';
import { ProviderState, type ProviderPurpose } from './provider-state';
import { whatCame } from './read-claims';

/**
 * Why the way back from the provider led nowhere. `unlinked`: it recognised someone whose account here is not linked, or is
 * off. `asked`: an account without rights waits for two people. `taken`: that account of the provider opens another person's account here.
 */
export type ProviderRefusal = 'unreachable' | 'refused' | 'over' | 'unlinked' | 'taken' | 'asked';

type TryPurpose = Extract<ProviderPurpose, { to: 'try' }>;
type LinkPurpose = Extract<ProviderPurpose, { to: 'link' }>;

export type Returned =
  | { readonly to: 'signed_in'; readonly entered: SignedIn | HalfSignedIn }
  | { readonly to: 'linked'; readonly purpose: LinkPurpose }
  | { readonly to: 'tried'; readonly tried: Tried }
  | { readonly to: 'nowhere'; readonly why: ProviderRefusal; readonly purpose: ProviderPurpose };

const RESPONDER: ToldAccess = { role: 'responder', furtherRoles: [] };

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
    private readonly people: ProviderPeople,
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

  unlink(person: StaffPrincipal): Promise<void> {
    return this.people.unlink(person);
  }

  /** Begins no session and writes nothing. */
  private async show({ staff }: TryPurpose, recognised: Recognised): Promise<Returned> {
    const holder = await this.people.findHolder(recognised);
    const opens = holder === null ? 'none' : holder === staff ? 'yours' : 'another';
    return { to: 'tried', tried: whatCame(recognised, this.provider.roleClaim, opens) };
  }

  private async enter(recognised: Recognised, browser: Browser): Promise<Returned> {
    const { roleClaim } = this.provider;
    const told = roleClaim === null ? 'absent' : accessTold(recognised.claims, roleClaim);
    const person = await this.people.findPerson(recognised, told);
    if (person === null) {
      // Where no claim says roles, everyone of the charity may ask to answer chats.
      const asks = roleClaim === null ? RESPONDER : told === 'absent' ? null : told;
      const isAsked = await this.people.ask(recognised, asks);
      return this.refuse(isAsked ? 'asked' : 'unlinked', { to: 'sign_in' });
    }
    const entered = await this.begun(person, recognised, browser);
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

  private async link(purpose: LinkPurpose, recognised: Recognised): Promise<Returned> {
    const asked = { staff: staffId(purpose.staff), session: sessionId(purpose.session) };
    const refusal = await this.people.link(asked, recognised);
    return refusal === null ? { to: 'linked', purpose } : this.refuse(refusal, purpose);
  }

  private refuse(why: ProviderRefusal, purpose: ProviderPurpose): Returned {
    if (purpose.to === 'sign_in' && why !== 'unreachable') this.refusals.count('wrong_sign_in');
    return { to: 'nowhere', why, purpose };
  }
}
