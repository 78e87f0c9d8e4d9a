import type { staffCommands } from '@warmline/contracts';

type StaffCommand = keyof typeof staffCommands;

/** About nothing in particular: there is no target of another service to ask about. */
export const WITHOUT_TARGET = new Set<StaffCommand>([
  ...(['desk:open', 'availability:set', 'live_view:open', 'wallboard:open', 'forecast:make'] as const),
  ...(['shift:check_in', 'shift:check_out', 'cool_down:extend', 'contact:want'] as const),
  ...(['help:open', 'surge:ask', 'reviews:list', 'feedback:list', 'complaint:list'] as const),
  ...(['break:take', 'break:delay', 'break:end', 'readers:list', 'history:list', 'complaint:more'] as const),
  ...(['opening:read', 'opening:set', 'opening:keep_open', 'complaint:pass_on'] as const),
  ...(['queue:take', 'waiting:tell', 'flood:propose', 'practice:list', 'practice:begin'] as const),
]);
/** Ending what was never begun says nothing about what is there. */
export const SAYS_NOTHING = new Set<StaffCommand>(['conversation:unobserve', 'help:heard']);
const none = (...names: readonly StaffCommand[]): Partial<Record<StaffCommand, string>> =>
  Object.fromEntries(names.map((name) => [name, 'not_found']));
/** The answer to a person who has permission, where the command is refused for another reason. */
export const NOT_YET: Partial<Record<StaffCommand, string | readonly (string | undefined)[]>> = {
  // Their receiver reads from the visitor's yes on, and this visitor has not answered.
  'timeline:read': [undefined, 'not_found'],
  'beside:open': [undefined, 'not_found'],
  'safety:open': [undefined, 'not_found'],
  'note:read': [undefined, 'not_found'],
  'break:delay': 'not_due',
  'cool_down:extend': [undefined, 'not_due'],
  'shift:check_in': [undefined, 'too_early'],
  'wrap_up:finish': 'not_ended',
  'opening:keep_open': 'nothing_suggested',
  // Theirs alone: a conversation they hold, a call they made.
  'help:call': [undefined, 'not_found'],
  'help:end': [undefined, 'not_found'],
  'surge:ask': [undefined, 'too_fast'],
  'surge:answer': 'not_found',
  'offer:assign': 'offer_taken',
  'queue:take': 'not_found',
  // The target is held: nobody waits.
  'waiting:why': 'not_found',
  'flood:propose': 'flood_changed',
  ...none('flood:confirm', 'flood:undo', 'flood:stop_proof'),
  'waiting:tell': [undefined, 'too_fast'],
  // The target goes on.
  'history:open': 'not_ended',
  'history:entries': 'not_ended',
  'history:acts': 'not_ended',
  'history:writings': 'not_ended',
  'history:prove': 'not_found',
  'history:search': 'not_ended',
  'ending:ask': 'nothing_to_agree',
  // About a question that nobody asked, and a visitor who has not left.
  ...none('ending:withdraw', 'ending:agree', 'ending:decline', 'ending:write_up'),
  // Not beside a real visitor, and about none that was begun.
  'practice:begin': [undefined, 'not_available'],
  ...none('practice:open', 'practice:act', 'practice:advise'),
  'review:take': [undefined, 'review_taken', 'review_given'],
  'review:put_back': [undefined, 'review_taken', 'review_given'],
  'review:read': [undefined, 'review_taken'],
  'review:save': [undefined, 'review_taken', 'review_given'],
  'review:give': [undefined, 'review_taken', 'review_given'],
  'complaint:read': 'not_found',
  'complaint:note': 'not_found',
  'feedback:read': 'not_found',
  'feedback:reply': 'not_found',
  'handover:propose': 'handover_open',
  'handover:decline': 'handover_closed',
  'handover:take_control': 'handover_closed',
  'handover:settle': 'handover_closed',
};
/** What a supervisor does at once to any conversation of the service: done to one that nobody else here needs. */
export const DRASTIC = new Set<StaffCommand>(['handover:withdraw', 'conversation:take_over']);
