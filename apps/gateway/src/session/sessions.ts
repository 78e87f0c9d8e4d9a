import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  isFresh,
  isLive,
  letsIn,
  provedAtProvider,
  sessionsToEnd,
  type Proof,
  type SessionEnd,
  type StaffPrincipal,
} from '@warmline/identity';
import { elapsed, MINUTE, sessionId, type Instant, type SessionId, type StaffId } from '@warmline/kernel';
import { UnitOfWork, type StaffRow, type StaffSessionRow, type Stores } from '@warmline/postgres';
import { CONFIG, type Config } from '../core/config';
import { SERVICE, type Service } from '../core/service-settings';
import { Timers } from '../core/timers';
import { Changes } from '../index/changes';
import { KnownSecrets } from './known-secrets';

/** A session is marked as used this often at most (ms). */
const USED_EVERY = MINUTE;
/** A browser that signs in again has its new cookie within this time (ms). */
const NEW_COOKIE_WITHIN = MINUTE;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export interface SessionBeginning {
  readonly proof: Proof;
  readonly replaces: SessionId | null;
  /** The secret of the half session that this proof completes. */
  readonly completes?: string | undefined;
  /** Writes their first second factor in the transaction of the session. False, and nothing is written: no session begins. */
  readonly adds?: ((stores: Stores) => Promise<boolean>) | undefined;
  /** When the identity provider asked its person for the proof, if it is its proof, and where it says so. */
  readonly askedAt?: Instant | null | undefined;
}

/** Takes back a factor that was added with a half session that is over. */
class HalfSessionOver extends Error {}

const complete = async (
  stores: Stores,
  { adds, completes }: Pick<SessionBeginning, 'adds' | 'completes'>,
): Promise<boolean> => {
  if (adds !== undefined && !(await adds(stores))) return false;
  if (completes === undefined || (await stores.halfSessions.end(hashOf(completes)))) return true;
  if (adds === undefined) return false;
  throw new HalfSessionOver();
};

const nullIfOver = (error: unknown): null => {
  if (error instanceof HalfSessionOver) return null;
  throw error;
};

export interface BegunSession {
  readonly person: StaffPrincipal;
  /** Goes into the cookie and nowhere else; only its SHA-256 is stored. */
  readonly secret: string;
  /** Sessions of the same person that ended because they were too many. */
  readonly ended: readonly SessionId[];
}

/** Staff sessions: opaque, on the server, with a new secret at every sign-in. */
@Injectable()
export class Sessions {
  private readonly known = new KnownSecrets();

  constructor(
    private readonly changes: Changes,
    private readonly work: UnitOfWork,
    private readonly timers: Timers,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Whether this process has begun or found the session of this secret, and it had not ended when it was last asked for. */
  isKnownHere(secret: string): boolean {
    return this.known.has(hashOf(secret));
  }

  /** The demo has no second factors; a session that began in it lets nobody in elsewhere. */
  private get isDemo(): boolean {
    return this.config.WARMLINE_DEMO === '1';
  }

  /** How long an answer of `findPerson` may be relied on (ms). */
  get recheckInterval(): number {
    return this.timers.sessionRecheckInterval;
  }

  /**
   * Begins a session under a new id and a new secret. `replaces`: the session this browser had until now; it ends, and so does
   * the one unused for longest when the person has too many. Null when the person may not sign in any more, or the half session
   * that it completes is over: it ends here, under the lock of its person, so that a change of the password comes before or after.
   */
  async beginSession(
    staff: StaffId,
    { proof, replaces, completes, adds, askedAt = null }: SessionBeginning,
  ): Promise<BegunSession | null> {
    if (!letsIn(proof, this.isDemo)) throw new TypeError('a session without a second factor');
    const secret = randomBytes(32).toString('base64url');
    const session = sessionId(uuid());
    const beginning = this.changes.commit(async (stores) => {
      // One sign-in of a person at a time, so that two cannot both be the fifth.
      const known = await stores.staff.lock(staff);
      if (known?.active !== true || known.serviceId !== this.service.id) return null;
      if (!(await complete(stores, { adds, completes }))) return null;
      const ended = await endOthers(stores, known, replaces);
      const at = await stores.now();
      const { serviceId: service } = known;
      await stores.staff.beginSession(
        { type: 'signed_in', service, staff, session, proof },
        {
          id: session,
          secretHash: hashOf(secret),
          staffId: staff,
          beganAt: at,
          usedAt: at,
          endedAt: null,
          replaced: false,
          proof,
          provedAt: proof === 'identity_provider' ? provedAtProvider(askedAt, at) : at,
        },
      );
      return { person: principalOf(known, session), secret, ended };
    });
    const begun = await beginning.catch(nullIfOver);
    this.known.note(hashOf(secret), begun !== null);
    return begun;
  }

  /** The person of this secret. Null when the session is unknown, ended or too old. */
  async findPerson(secret: string): Promise<StaffPrincipal | null> {
    const found = await this.recognise(secret);
    return found === 'replaced' ? null : found;
  }

  /** As `findPerson`; `replaced` when the browser has just signed in again and its page may not have the new cookie yet. */
  async recognise(secret: string): Promise<StaffPrincipal | 'replaced' | null> {
    const hash = hashOf(secret);
    const person = await this.work.inTransaction<StaffPrincipal | 'replaced' | null>(async (stores) => {
      const found = await stores.staff.findSession(hash);
      const at = await stores.now();
      if (found?.staff.active !== true || found.staff.serviceId !== this.service.id) return null;
      if (isJustReplaced(found.session, at)) return 'replaced';
      if (!isLive(found.session, at) || !letsIn(found.session.proof, this.isDemo)) return null;
      if (elapsed(found.session.usedAt, at) > USED_EVERY) await stores.staff.useSession(found.session.id, at);
      return principalOf(found.staff, found.session.id);
    });
    this.known.note(hash, person !== null);
    return person;
  }

  /** Whether the person of this session has proved who they are within the last five minutes. */
  async isProofFresh({ session }: StaffPrincipal): Promise<boolean> {
    return this.work.inTransaction(async (stores) => {
      const provedAt = await stores.staff.findProvedAt(session);
      return isFresh(provedAt, await stores.now());
    });
  }

  /** Whether they may change who may do what, or take data out: with a fresh proof, and in the demo without. */
  async mayChangeAccess(person: StaffPrincipal): Promise<boolean> {
    return this.isDemo || this.isProofFresh(person);
  }

  /** Whether the person has another session. */
  async hasAnotherSession({ session, staff }: StaffPrincipal): Promise<boolean> {
    return this.work.inTransaction(async (stores) => {
      const at = await stores.now();
      const open = await stores.staff.findOpenSessions(staff);
      return open.some((other) => other.id !== session && isLive(other, at));
    });
  }

  /** False when it had ended already. */
  async endSession(person: StaffPrincipal, because: SessionEnd): Promise<boolean> {
    return this.changes.commit((stores) => endSession(stores, person, because));
  }
}

/** This person by this session, under the name that visitors see. */
export const principalOf = (
  { id: staff, serviceId: service, role, furtherRoles, name, visitorName }: StaffRow,
  session: SessionId,
): StaffPrincipal => ({
  kind: 'staff',
  staff,
  session,
  service,
  role,
  furtherRoles,
  name: visitorName ?? name,
});

/** In the transaction of `stores`. False when it had ended already. */
export const endSession = async (
  stores: Stores,
  { session, staff, service }: StaffPrincipal,
  because: SessionEnd,
): Promise<boolean> =>
  stores.staff.endSession(
    { type: 'signed_out', service, staff, session, because },
    { at: await stores.now(), replaced: false },
  );

/** Ends every session of this person, whom `stores` has locked; answers them as who they were. */
export const endAllSessions = async (
  stores: Stores,
  staff: StaffId,
  because: SessionEnd,
): Promise<StaffPrincipal[]> => {
  const row = await stores.staff.findStaff(staff);
  if (row === null) return [];
  const open = (await stores.staff.findOpenSessions(staff)).map(({ id }) => principalOf(row, id));
  for (const person of open) await endSession(stores, person, because);
  return open;
};

const isJustReplaced = ({ replaced, endedAt }: StaffSessionRow, now: Instant): boolean =>
  replaced && endedAt !== null && elapsed(endedAt, now) < NEW_COOKIE_WITHIN;

/** Ends the session that is replaced and those that are too many; answers the latter. */
const endOthers = async (
  stores: Stores,
  { id: staff, serviceId: service }: StaffRow,
  replaces: SessionId | null,
): Promise<SessionId[]> => {
  const at = await stores.now();
  const open = await stores.staff.findOpenSessions(staff);
  const replaced = open.filter(({ id }) => id === replaces);
  const others = open.filter(({ id }) => id !== replaces);
  const tooMany = sessionsToEnd(others, at);
  const end = (id: SessionId, because: 'replaced' | 'too_many'): Promise<boolean> =>
    stores.staff.endSession(
      { type: 'signed_out', service, staff, session: id, because },
      { at, replaced: because === 'replaced' },
    );
  for (const { id } of replaced) await end(id, 'replaced');
  for (const { id } of tooMany) await end(id, 'too_many');
  return tooMany.map(({ id }) => id);
};
