/** How an on-call contact is told. */
export const ON_CALL_KINDS = ['webhook', 'email'] as const;
export type OnCallKind = (typeof ON_CALL_KINDS)[number];

/** Why an on-call contact is told. */
export const ON_CALL_CAUSES = ['danger', 'help', 'test'] as const;
export type OnCallCause = (typeof ON_CALL_CAUSES)[number];

/** What came of a try to tell an on-call contact. */
export const ON_CALL_RESULTS = [
  'sent',
  'not_set_up', // no mail server is set for this deployment
  'unreadable', // the key that opens the address is gone: enter the contact again
  'address_refused', // the address leads into a private network
  'not_reached', // no such host, or nothing answers there
  'timed_out',
  'not_encrypted', // no TLS, or a certificate that nobody vouches for
  'redirected', // it answered with another address, which is not followed
  'turned_down', // it answered, and did not take the message
] as const;
export type OnCallResult = (typeof ON_CALL_RESULTS)[number];

/** Characters of a contact's label, and of its address, at most. */
export const ON_CALL_LABEL_MOST = 60;
export const ON_CALL_ADDRESS_MOST = 500;
/** Contacts of one service, at most. */
export const ON_CALL_CONTACTS_MOST = 10;
