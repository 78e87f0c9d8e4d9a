import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Conversation } from './conversation';
import { endByTurningAway } from './turning-away';

const at = instant(1_000);
const own = {
  id: numbered.conversation(1),
  service: numbered.service(1),
  isInDanger: false,
  dangerLoweredBy: [],
};
const talking = {
  ...own,
  state: 'talking',
  epoch: 1,
  holder: numbered.staff(1),
  visitorLeft: false,
} as const;

describe('a visitor who will not be reached', () => {
  it.each(['turned_away', 'nobody_on'] as const)('is told, by the clock and why: %s', (reason) => {
    expect(endByTurningAway({ ...own, state: 'waiting', epoch: 0 }, { reason, at }).events).toEqual([
      {
        type: 'conversation_ended',
        conversation: own.id,
        service: own.service,
        epoch: 0,
        reason,
        by: null,
        at,
      },
    ]);
  });

  it.each<[string, Conversation]>([
    ['was taken meanwhile', talking],
    ['was talking before their responder was lost', { ...own, state: 'waiting', epoch: 1 }],
    ['has ended', { ...own, state: 'ended', epoch: 0, reason: 'left_waiting' }],
    ['is in danger', { ...own, state: 'waiting', epoch: 0, isInDanger: true }],
    [
      'was in danger until a colleague lowered it',
      { ...own, state: 'waiting', epoch: 0, dangerLoweredBy: [numbered.staff(1)] },
    ],
  ])('[SAF2] is not turned away who %s', (_, conversation) => {
    expect(endByTurningAway(conversation, { reason: 'turned_away', at }).events).toEqual([]);
  });
});
