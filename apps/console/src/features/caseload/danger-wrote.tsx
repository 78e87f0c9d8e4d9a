import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { alertPerson } from '../../shared/page/sound';
import { caseloadWords } from './caseload-words';

interface DangerWroteProps {
  readonly item: CaseloadItem;
}

/** One's own visitor in danger waits for a reply or a first word, on a page that does not show it: with the way to answer. */
export const DangerWrote = ({ item: { conversationId, visitorName } }: DangerWroteProps) => {
  const navigate = useNavigate();
  useEffect(() => alertPerson('danger'), [conversationId]);
  const answer = async (): Promise<void> => {
    selectConversation(conversationId);
    await navigate({ to: '/' });
    askForComposer();
  };
  return (
    <section className="help" aria-label={caseloadWords.dangerWroteTitle} tabIndex={-1}>
      <Banner
        tone="grave"
        icon="warn"
        isSpoken={false}
        actions={
          <Button size="small" kind="main" onPress={() => void answer()}>
            {caseloadWords.answer}
          </Button>
        }
      >
        <strong role="alert">{caseloadWords.dangerWrote(visitorCalled(visitorName, conversationId))}</strong>
      </Banner>
    </section>
  );
};
