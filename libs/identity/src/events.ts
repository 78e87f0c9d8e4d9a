import type { ServiceId, SessionId, StaffId } from '@warmline/kernel';
import type { OnCallResult } from '@warmline/vocabulary';
import type { LeavingCause } from './leaving';
import type { Proof } from './second-factor';
import type { SessionEnd } from './session';

interface OfWallLink {
  readonly service: ServiceId;
  readonly link: string;
  readonly by: StaffId;
}

export type IdentityEvent =
  /** Their own name, or the one visitors see. */
  | { readonly type: 'names_changed'; readonly service: ServiceId; readonly staff: StaffId }
  /** By the person, who knew the one before. */
  | { readonly type: 'password_changed'; readonly service: ServiceId; readonly staff: StaffId }
  /** A one-time link for the first administrator; an earlier one that is unused no longer works. */
  | { readonly type: 'setup_link_made'; readonly service: ServiceId }
  /** The first administrator, made with the link by themselves. */
  | { readonly type: 'administrator_set_up'; readonly service: ServiceId; readonly staff: StaffId }
  /** A one-time link to an account that nobody has opened yet; an earlier one no longer works. */
  | {
      readonly type: 'invite_made';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly by: StaffId;
    }
  | {
      readonly type: 'invite_revoked';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly by: StaffId;
    }
  /** Its link was sent by e-mail, or could not be. Never to which address. */
  | {
      readonly type: 'invite_mailed';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly by: StaffId;
      readonly result: OnCallResult;
    }
  /** Their name became an alias and their record was reduced, for good. */
  | {
      readonly type: 'person_left';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly because: LeavingCause;
    }
  | { readonly type: 'invite_used'; readonly service: ServiceId; readonly staff: StaffId }
  /** An app that shows codes, in place of an earlier one. */
  | { readonly type: 'authenticator_added'; readonly service: ServiceId; readonly staff: StaffId }
  | { readonly type: 'passkey_added'; readonly service: ServiceId; readonly staff: StaffId }
  | { readonly type: 'passkey_removed'; readonly service: ServiceId; readonly staff: StaffId }
  /** Single sign-on opens the account from now on, or no longer. */
  | { readonly type: 'identity_provider_linked'; readonly service: ServiceId; readonly staff: StaffId }
  | { readonly type: 'identity_provider_unlinked'; readonly service: ServiceId; readonly staff: StaffId }
  /** Someone without an account signed in at the provider: there is one without rights, and two people decide about it. */
  | { readonly type: 'account_asked'; readonly service: ServiceId; readonly staff: StaffId }
  /** In place of all earlier ones. */
  | { readonly type: 'recovery_codes_made'; readonly service: ServiceId; readonly staff: StaffId }
  | {
      readonly type: 'recovery_code_used';
      readonly service: ServiceId;
      readonly staff: StaffId;
      /** That still work. */
      readonly left: number;
    }
  /** A link to the wall page, and its end. */
  | ({ readonly type: 'wall_link_made' } & OfWallLink)
  | ({ readonly type: 'wall_link_revoked' } & OfWallLink)
  | {
      readonly type: 'signed_in';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly session: SessionId;
      readonly proof: Proof;
    }
  | {
      readonly type: 'signed_out';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly session: SessionId;
      readonly because: SessionEnd;
    };
