import { elapsed, MINUTE, SECOND, type Instant } from '@warmline/kernel';

/**
 * How someone has proved who they are. `password`: nothing beside it, which lets nobody in outside the demo. `before`: the
 * session began before there were second factors. `identity_provider`: it says that it asked for a second factor.
 */
export type Proof =
  'before' | 'password' | 'authenticator' | 'recovery_code' | 'passkey' | 'identity_provider';

/** One code of an authenticator is shown for so long (ms). */
export const CODE_STEP = 30 * SECOND;
/** A clock may be wrong by so much (ms): the code before and the code after count as well. */
export const CLOCK_MAY_DIFFER = CODE_STEP;
/** Between the password and the second factor (ms). */
export const HALF_SESSION_LASTS = 10 * MINUTE;
/** Wrong codes of one half session; then the password is asked again. */
export const HALF_SESSION_TRIES = 5;
/** Wrong codes of one session; then it ends, since another person may be at its console. */
export const SESSION_WRONG_CODES = 10;
/** Recovery codes made at once. */
export const RECOVERY_CODES = 8;
/** What changes who may do what asks for a proof no older than this (ms). */
export const PROOF_FRESH = 5 * MINUTE;

/** Whether a session with this proof is one outside the demo. */
export const letsIn = (proof: Proof, isDemo: boolean): boolean => isDemo || proof !== 'password';

/** Whether the proof is fresh enough for what changes who may do what. Null: there was none since second factors came. */
export const isFresh = (provedAt: Instant | null, now: Instant): boolean =>
  provedAt !== null && elapsed(provedAt, now) < PROOF_FRESH;

/**
 * When someone whom an identity provider let in proved who they are. `askedAt`: when it asked them, by its clock; null where it
 * does not say, and then they may have had a session there that answered without them. Null unless that is fresh.
 */
export const provedAtProvider = (askedAt: Instant | null, now: Instant): Instant | null => {
  if (askedAt === null || elapsed(now, askedAt) > CLOCK_MAY_DIFFER || !isFresh(askedAt, now)) return null;
  return askedAt < now ? askedAt : now;
};

/** How an identity provider says that someone has proved who they are (RFC 8176; OpenID Connect Core, `acr`). */
export interface ProviderAssurance {
  readonly methods: readonly string[];
  readonly context: string | null;
}

/** Whether a provider has asked for a second factor. One that says nothing has not. */
export const hasSecondFactor = (
  { methods, context }: ProviderAssurance,
  accepted: readonly string[],
): boolean => [...methods, ...(context === null ? [] : [context])].some((value) => accepted.includes(value));
