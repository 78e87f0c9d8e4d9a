import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { commonWords } from '../../shared/i18n/common-words';
import { conversationWords } from './conversation-words';

const STAGES = ['connect', 'understand', 'safety', 'what_next', 'close'] as const;
type Stage = (typeof STAGES)[number];

const isStage = (value: string): value is Stage => STAGES.some((stage) => stage === value);

/** Where the person feels they are. Only a mark for themselves: it is stored nowhere. */
const remembered = new Map<string, Stage>();

export const StageTracker = ({ conversationId }: { readonly conversationId: string }) => {
  const [stage, setStage] = useState<Stage>(remembered.get(conversationId) ?? 'connect');
  const reached = STAGES.indexOf(stage);
  const choose = (value: string): void => {
    if (!isStage(value)) return;
    remembered.set(conversationId, value);
    setStage(value);
  };
  return (
    <RadioGroup
      className="stages"
      aria-label={conversationWords.stage}
      orientation="horizontal"
      value={stage}
      onChange={choose}
    >
      {STAGES.map((name, index) => (
        <Radio key={name} value={name} className="stages__stage" aria-label={commonWords.steps[name]}>
          <span className={index <= reached ? 'stages__dot stages__dot--reached' : 'stages__dot'} />
        </Radio>
      ))}
      <span className="stages__name" aria-hidden="true">
        {commonWords.steps[stage]}
      </span>
    </RadioGroup>
  );
};
