/** Characters of an e-mail address, at most (RFC 5321: a path of 256 with its brackets). */
export const MAILBOX_MOST = 254;

const MAILBOX = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;

/** One mailbox: no name, no second recipient, nothing that could end a header. */
export const isMailbox = (text: string): boolean => text.length <= MAILBOX_MOST && MAILBOX.test(text);
