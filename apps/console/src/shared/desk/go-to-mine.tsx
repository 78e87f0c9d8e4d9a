import { useNavigate } from '@tanstack/react-router';
import { Button } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { useLive } from '../live/live-provider';
import { selectConversation } from './desk-view';

/** Whether this person is the responder meant: nobody reads along with themselves. */
export const useIsMe = (staffId: string): boolean => useLive(({ desk }) => desk?.me.id === staffId);

interface GoToMineProps {
  /** As the visitor is called on screen. */
  readonly name: string;
  readonly conversationId: string;
}

/** One's own visitor: the way to the desk, where one writes. */
export const GoToMine = ({ name, conversationId }: GoToMineProps) => {
  const navigate = useNavigate();
  const go = (): void => {
    selectConversation(conversationId);
    void navigate({ to: '/' });
  };
  return (
    <Button size="small" kind="main" aria-label={commonWords.goTo(name)} onPress={go}>
      {commonWords.go}
    </Button>
  );
};
