import type { EntryProof } from '@warmline/contracts';

/** The fifth of seven entries, as libs/audit-log makes and signs them. */
export const aProof: EntryProof = {
  entry: {
    id: '5',
    at: '1790000000000004',
    service: 'service',
    action: 'wrapped_up',
    actorKind: 'staff',
    actor: 'staff 0',
    conversation: 'two',
    epoch: 4,
    subject: null,
    whom: null,
    reason: null,
    count: null,
  },
  salt: 'c2addccf5a75e7b5207d9362a0e835fc8c88d93df3c1cec05852ea9092dce7c0',
  leaf: '3d194e55a35664f8676ba70c177033fc01037d1ae08e1d8eab76745bcaf4afdf',
  index: 4,
  path: [
    'ee7a1a289d9cd1789941f6d021a4f0a97a51cc146675790e13e04d4fa2fa9bff',
    '96acb6f031d85a7eff82260bc72fddae9621076ffde392e2e32363076acfc593',
    'acb6e707209064fa9cc7ffd66ffd6f16c771f686f35ab5025e5ecbc929fc412c',
  ],
  checkpoint:
    'warmline/audit/0190f3c2-7b1e-7d34-9a6b-0123456789ab\n7\nWWc2v7twSIpqYJ0RkIZU9BUnkFjdwlKd5aEesCg36MI=\n\n— warmline/audit/0190f3c2-7b1e-7d34-9a6b-0123456789ab GLModPWKQjBUAAq/fGhsIEd6zvNYagvVL/F9gvVG0RfAoLL9m/nLNz/xXuauYyypQCAYE8QwrpOJ1Y+Vcw0dVRRpEwQ=\n',
  keys: [
    'warmline/audit/0190f3c2-7b1e-7d34-9a6b-0123456789ab+18b32874+AYf/gs0Dj50xnitdz/WgF0ns50If/i6O5LcIHXPO7cid',
  ],
};
