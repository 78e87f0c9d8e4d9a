import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { endByAbsence } from './absence';
import type { Conversation } from './conversation';

const at = instant(1_000);
const own = {
  id: numbered.conversation(1),
  service: numbered.service(1),
  epoch: 2,
  isInDanger: false,
  dangerLoweredBy: [],
};
const waiting: Conversation = { ...own, state: 'waiting' };
const talking: Conversation = { ...own, state: 'talking', holder: numbered.staff(1), visitorLeft: false };

describe('a visitor who has been away for longer than the place is kept', () => {
  it.each([
    [waiting, 'waiting', 'left_waiting'],
    [talking, 'talking', 'connection_lost'],
  ] as const)('ends by the clock, with a reason of its own (%#)', (conversation, state, reason) => {
    expect(endByAbsence(conversation, { state, epoch: 2, at }).events).toEqual([
      {
        type: 'conversation_ended',
        conversation: own.id,
        service: own.service,
        epoch: 2,
        reason,
        by: null,
        at,
      },
    ]);
  });

  it.each([
    ['was answered meanwhile', talking, { state: 'waiting', epoch: 2 }],
    ['went back to the queue meanwhile', waiting, { state: 'talking', epoch: 2 }],
    ['changed hands meanwhile', talking, { state: 'talking', epoch: 1 }],
    ['is in danger', { ...talking, isInDanger: true }, { state: 'talking', epoch: 2 }],
    [
      'was in danger until a colleague lowered it',
      { ...talking, dangerLoweredBy: [numbered.staff(1)] },
      { state: 'talking', epoch: 2 },
    ],
    ['left by quick exit', { ...talking, visitorLeft: true }, { state: 'talking', epoch: 2 }],
    ['has ended', { ...own, state: 'ended', reason: 'went_quiet' }, { state: 'talking', epoch: 2 }],
  ] as const)('[SAF2] goes on when it %s', (_, conversation, found) => {
    expect(endByAbsence(conversation, { ...found, at }).events).toEqual([]);
  });
});
