import type { ServiceId, SessionId, StaffId } from '@warmline/kernel';

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
    };
