import { Link } from '@tanstack/react-router';
import { charityWords } from '../../features/charity/charity-words';
import { readinessWords } from '../../features/readiness/readiness-words';
import { testChatWords } from '../../features/test-chat/test-chat-words';

/** The pages that a charity goes through before it opens, by the last part of their address. */
export const OPENING_PAGES: Readonly<Record<string, string | undefined>> = {
  ready: readinessWords.title,
  charity: charityWords.title,
  'test-chat': testChatWords.title,
};

export const OpeningLinks = () => (
  <>
    <Link to="/setup/ready" className="status-bar__view">
      {readinessWords.title}
    </Link>
    <Link to="/setup/charity" className="status-bar__view">
      {charityWords.title}
    </Link>
    <Link to="/setup/test-chat" className="status-bar__view">
      {testChatWords.title}
    </Link>
  </>
);
