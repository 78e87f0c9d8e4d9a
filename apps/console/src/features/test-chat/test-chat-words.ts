import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const testChatWords = withIsolatedTexts({
  title: 'Test chat',
  mark: 'Test',
  lead: 'Write to yourself: as a visitor, and as the person who answers. It is stored and encrypted like a real chat. It is in no queue, no figure and no list.',
  limits:
    'It does not try the queue, offers and alarms. A responder and a supervisor can try those together in practice.',
  loading: 'Loading',
  failed: 'We could not load the test chat. Try again.',
  begin: 'Begin a test chat',
  none: 'No test chat goes on',
  noneMore: 'When both sides have written and you finish it, it counts for “Ready to open”.',
  log: 'Messages of the test chat',
  nothing: 'Nothing has been written yet.',
  from: { visitor: 'As the visitor', responder: 'As the responder' },
  send: { visitor: 'Send as the visitor', responder: 'Send as the responder' },
  finish: 'Finish the test chat',
  leave: 'Leave it',
  both: 'Write from both sides first. Then you can finish it.',
  finished: 'The test chat is finished. It counts for “Ready to open”.',
  left: 'The test chat was left. It does not count.',
  ready: 'Ready to open',
  notSent: 'That was not sent. What you wrote is still there. Try again.',
});
