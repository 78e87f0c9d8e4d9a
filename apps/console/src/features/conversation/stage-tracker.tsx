import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { showTab } from '../../shared/desk/desk-view';
import { isStage, setStage, STAGES, useStage } from '../../shared/desk/stage';
import { commonWords } from '../../shared/i18n/common-words';
import { conversationWords } from './conversation-words';

/** The steps as words. The one chosen brings its prompts and its starters forward beside the conversation. */
export const StageTracker = ({ conversationId }: { readonly conversationId: string }) => {
  const stage = useStage(conversationId);
  const choose = (value: string): void => {
    if (!isStage(value)) return;
    setStage(conversationId, value);
    showTab('starters');
  };
  return (
    <RadioGroup
      className="stages"
      aria-label={conversationWords.stage}
      orientation="horizontal"
      value={stage}
      onChange={choose}
    >
      {STAGES.map((name) => (
        <Radio key={name} value={name} className="stages__stage">
          {commonWords.steps[name]}
        </Radio>
      ))}
    </RadioGroup>
  );
};
