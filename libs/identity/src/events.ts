import type { ServiceId, SessionId, StaffId } from '@warmline/kernel';
import type { SessionEnd } from './session';

export type IdentityEvent =
  | {
      readonly type: 'signed_in';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly session: SessionId;
    }
  | {
      readonly type: 'signed_out';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly session: SessionId;
      readonly because: SessionEnd;
    };
