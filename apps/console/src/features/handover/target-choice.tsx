import { useState } from 'react';
import type { HandoverCandidates, HandoverTarget } from '@warmline/contracts';
import { Banner, OneOf, Waiting, type Choice, type IconName } from '@warmline/ui';
import { handoverFormWords } from './handover-words';

type Kind = HandoverTarget['to'];
type Person = HandoverCandidates['people'][number];

const KINDS: readonly Choice<Kind>[] = [
  { value: 'person', label: handoverFormWords.toPerson },
  { value: 'skill', label: handoverFormWords.toSkill },
  { value: 'queue', label: handoverFormWords.toQueue },
];

const STATUS_ICON: Readonly<Record<Person['status'], IconName>> = {
  free: 'check',
  absent: 'close',
  away: 'leave',
  full: 'speech',
  being_asked: 'notification',
};

/** Those who can be asked first, then by name. */
const askableFirst = (people: readonly Person[]): readonly Person[] =>
  [...people].sort((one, other) => {
    if ((one.status === 'free') !== (other.status === 'free')) return one.status === 'free' ? -1 : 1;
    return one.name.localeCompare(other.name);
  });

const asChoice = ({ id, name, skills, status }: Person): Choice<string> => ({
  value: id,
  label: name,
  hint: [
    handoverFormWords.status[status],
    ...(skills.length === 0 ? [] : [handoverFormWords.with(skills.join(', '))]),
  ].join(' · '),
  icon: STATUS_ICON[status],
  isDisabled: status !== 'free',
});

export interface TargetChoiceProps {
  readonly candidates: HandoverCandidates | 'looking' | 'failed';
  readonly to: HandoverTarget | null;
  readonly onChange: (to: HandoverTarget | null) => void;
}

const People = ({ candidates, to, onChange }: TargetChoiceProps & { candidates: HandoverCandidates }) =>
  candidates.people.length === 0 ? (
    <p className="handover__hint">{handoverFormWords.nobody}</p>
  ) : (
    <OneOf
      label={handoverFormWords.person}
      shape="lines"
      choices={askableFirst(candidates.people).map(asChoice)}
      value={to?.to === 'person' ? to.staffId : null}
      onChange={(staffId) => onChange({ to: 'person', staffId })}
    />
  );

const Skills = ({ candidates, to, onChange }: TargetChoiceProps & { candidates: HandoverCandidates }) =>
  candidates.skills.length === 0 ? (
    <p className="handover__hint">{handoverFormWords.noSkills}</p>
  ) : (
    <OneOf
      label={handoverFormWords.skill}
      shape="lines"
      choices={candidates.skills.map(({ skill, free }) => ({
        value: skill,
        label: skill,
        hint: free === 0 ? handoverFormWords.noneFree : handoverFormWords.free(free),
        icon: free === 0 ? 'clock' : 'check',
      }))}
      value={to?.to === 'skill' ? to.skill : null}
      onChange={(skill) => onChange({ to: 'skill', skill })}
    />
  );

const Within = (props: TargetChoiceProps & { readonly kind: Kind }) => {
  const { kind, candidates } = props;
  if (candidates === 'looking') return <Waiting label={handoverFormWords.looking} lines={2} />;
  if (candidates === 'failed') return <Banner tone="notice">{handoverFormWords.lookFailed}</Banner>;
  if (kind === 'person') return <People {...props} candidates={candidates} />;
  if (kind === 'skill') return <Skills {...props} candidates={candidates} />;
  return <p className="handover__hint">{handoverFormWords.queueHint(candidates.free)}</p>;
};

/** Who is asked: one person, someone with a skill, or anyone free. It says why each person can or cannot be asked. */
export const TargetChoice = (props: TargetChoiceProps) => {
  const { to, onChange } = props;
  const [kind, setKind] = useState<Kind>(to?.to ?? 'person');
  const choose = (chosen: Kind): void => {
    setKind(chosen);
    onChange(chosen === 'queue' ? { to: 'queue' } : null);
  };
  return (
    <div className="handover__target">
      <OneOf label={handoverFormWords.to} choices={KINDS} value={kind} onChange={choose} />
      <Within {...props} kind={kind} />
    </div>
  );
};
