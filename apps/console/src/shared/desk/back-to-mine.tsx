import { Button } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { showPane } from './desk-view';
import './back-to-mine.css';

/** On a screen with one pane: from a conversation back to the list of one's own. */
export const BackToMine = () => (
  <div className="back-to-mine">
    <Button
      kind="quiet"
      size="small"
      icon="back"
      iconOnly
      aria-label={commonWords.myConversations}
      onPress={() => showPane('mine')}
    />
  </div>
);
