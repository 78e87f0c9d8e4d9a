import type { Instant, ServiceId, StaffId } from '@warmline/kernel';

interface OfService {
  readonly service: ServiceId;
  readonly at: Instant;
}

interface AboutComplaint extends OfService {
  readonly complaint: string;
}

/** What people tell the service about itself, and who reads and settles it. */
export type ComplaintEvent =
  /** The form asks for no name, so there is none here. */
  | (AboutComplaint & { readonly type: 'complaint_made' })
  /** At the end of a shift, with the name of who wrote it. */
  | (AboutComplaint & { readonly type: 'word_passed_on'; readonly by: StaffId })
  | (AboutComplaint & { readonly type: 'complaint_read'; readonly by: StaffId })
  /** A supervisor wrote what was done. */
  | (AboutComplaint & { readonly type: 'complaint_noted'; readonly by: StaffId; readonly note: string })
  | (AboutComplaint & { readonly type: 'complaint_closed'; readonly by: StaffId })
  /** A supervisor read what visitors wrote after chats. */
  | (OfService & { readonly type: 'after_chat_read'; readonly by: StaffId });
