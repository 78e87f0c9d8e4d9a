import { accept, refuse, type Decision, type ServiceId, type StaffId } from '@warmline/kernel';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';
import type { OpeningEvent } from './events';
import { openingAt, feltPressure, overrideInForce, type OpeningBasis } from './opening';
import { suggestionToClose, suggestionToReopen, type Suggestion } from './pressure';

type FactOf<Type extends OpeningEvent['type']> = Extract<OpeningEvent, { type: Type }>;

/** What decides the opening of one service at one moment. */
export interface OpeningMoment extends OpeningBasis {
  readonly service: ServiceId;
}

/** What a supervisor is asked now; null while nothing is. */
export const openingSuggestion = ({ now, rules, situation }: OpeningMoment): Suggestion | null => {
  const { state, takes, why } = openingAt(now, rules, situation);
  const set = overrideInForce({ now, rules, situation });
  if (set?.setting === 'at_capacity')
    return state === 'at_capacity'
      ? suggestionToReopen(situation.pressure, { at: set.at, isForWait: set.reason === 'long_wait' }, now)
      : null;
  const isAsked = takes === 'everyone' || (state === 'at_capacity' && why === 'long_wait');
  return isAsked ? suggestionToClose(feltPressure(situation), now) : null;
};

/** A supervisor sets the opening. Setting the same state for the same reason again changes nothing. */
export const setOpening = (
  { service, now, rules, situation }: OpeningMoment,
  { setting, reason }: { readonly setting: OpeningSetting; readonly reason: OpeningReason },
  by: StaffId,
): Decision<FactOf<'door_set'>, never> => {
  const set = overrideInForce({ now, rules, situation });
  if (set?.setting === setting && set.reason === reason && set.by !== null) return accept();
  return accept<FactOf<'door_set'>>({ type: 'door_set', service, setting, reason, by, at: now });
};

/** Refuses `nothing_suggested` unless closing to standard visitors is suggested and has not happened yet. */
export const keepServiceOpen = (
  moment: OpeningMoment,
  by: StaffId,
): Decision<FactOf<'door_kept_open'>, 'nothing_suggested'> =>
  openingSuggestion(moment)?.kind === 'close_to_standard'
    ? accept<FactOf<'door_kept_open'>>({
        type: 'door_kept_open',
        service: moment.service,
        by,
        at: moment.now,
      })
    : refuse('nothing_suggested');

/** What happens by itself at this moment, because nobody answered a suggestion in time. Looking again changes nothing. */
export const actOnSuggestion = (moment: OpeningMoment): readonly FactOf<'door_set'>[] => {
  const suggestion = openingSuggestion(moment);
  if (suggestion === null || suggestion.actsAt === null || suggestion.actsAt > moment.now) return [];
  const isClosing = suggestion.kind === 'close_to_standard';
  return [
    {
      type: 'door_set',
      service: moment.service,
      setting: isClosing ? 'at_capacity' : 'open',
      reason: isClosing ? 'long_wait' : 'back_to_normal',
      by: null,
      at: moment.now,
    },
  ];
};
