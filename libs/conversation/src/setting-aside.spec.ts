import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Conversation } from './conversation';
import { endSetAside } from './setting-aside';

const waiting = {
  id: numbered.conversation(1),
  service: numbered.service(1),
  epoch: 0,
  isInDanger: false,
  dangerLoweredBy: [],
  state: 'waiting',
} as const;
const endingOf = (conversation: Conversation, tickedByBoth = false) =>
  endSetAside(conversation, { tickedByBoth, at: instant(1) }).events;

describe('a chat that is set aside as part of a flood', () => {
  it('ends as an end by the service, by the clock', () => {
    expect(endingOf(waiting)).toMatchObject([{ reason: 'service_stopped', by: null, epoch: 0 }]);
  });

  it.each([
    ['in danger', { ...waiting, isInDanger: true }],
    ['after a colleague lowered the danger', { ...waiting, dangerLoweredBy: [numbered.staff(1)] }],
  ])('[SAF2] does not end %s, unless both supervisors ticked it', (_, conversation) => {
    expect(endingOf(conversation)).toEqual([]);
    expect(endingOf(conversation, true)).toHaveLength(1);
  });

  it('does not end so once someone took it, or it was answered before', () => {
    expect(endingOf({ ...waiting, epoch: 1 })).toEqual([]);
    expect(
      endingOf({ ...waiting, state: 'talking', epoch: 1, holder: numbered.staff(1), visitorLeft: false }),
    ).toEqual([]);
  });
});
