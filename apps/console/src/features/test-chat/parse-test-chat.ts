import type { TestChatView } from '@warmline/contracts';
import { demand, hasFields } from '../../shared/session/parse-answer';

/** Checked as far as the screen relies on it. */
export const parseTestChat = (body: unknown): TestChatView => {
  demand(hasFields(body, ['chat', 'isWhole']), 'test chat');
  const view = body as TestChatView;
  demand(view.chat === null || hasFields(view.chat, ['id', 'messages']), 'test chat');
  return view;
};
