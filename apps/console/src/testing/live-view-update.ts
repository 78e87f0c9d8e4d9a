import type { LiveView, StaffNotices } from '@warmline/contracts';

const idsOf = (rows: readonly { readonly conversationId: string }[]): string[] =>
  rows.map(({ conversationId }) => conversationId);

/** What a server tells that has shown `before` and shows `after` now. It sends every row again. */
export const liveViewUpdate = (before: LiveView, after: LiveView): StaffNotices['live_view:changed'] => ({
  from: before.version,
  version: before.version + 1,
  now: after.now,
  unreadable: after.unreadable,
  waiting: { put: after.waiting, gone: idsOf(before.waiting), order: idsOf(after.waiting) },
  people: { put: after.people, gone: before.people.map(({ id }) => id), order: null },
  conversations: { put: after.conversations, gone: idsOf(before.conversations), order: null },
  handovers: after.handovers,
  floods: after.floods,
});
