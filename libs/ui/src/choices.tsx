// SPDX-License-Identifier: AGPL-3.0-or-later
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { FieldError, Label, Radio, RadioGroup, Text } from 'react-aria-components/RadioGroup';
import './choices.css';
import { Icon, type IconName } from './icon';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A word more, read with the label. */
  readonly hint?: string;
  readonly isDisabled?: boolean;
  /** Repeats what the hint says. */
  readonly icon?: IconName;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice<Value>[];
  /** `chips` flow beside each other, `lines` stand below. */
  readonly shape?: 'chips' | 'lines';
}

export interface OneOfProps<Value extends string> extends ChoicesProps<Value> {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** What is wrong with what is chosen, or that nothing is. */
  readonly mistake?: string | undefined;
}

/** Chooses one of a few options, all visible. */
export const OneOf = <Value extends string>(props: OneOfProps<Value>) => {
  const { label, hint, choices, shape = 'chips', mistake, value, onChange } = props;
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen);
    if (found !== undefined) onChange(found.value);
  };
  return (
    <RadioGroup
      className="ui-choices"
      value={value}
      onChange={choose}
      isInvalid={mistake !== undefined}
      validationBehavior="aria"
    >
      <Label className="ui-choices__label">{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="ui-choices__hint">
          {hint}
        </Text>
      )}
      <div className={`ui-choices__set ui-choices__set--${shape}`}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.isDisabled ?? false}
            className="ui-choice ui-choice--one"
          >
            <span className="ui-choice__mark" aria-hidden="true" />
            <ChoiceWords choice={choice} />
          </Radio>
        ))}
      </div>
      <FieldError className="ui-field__mistake">{mistake}</FieldError>
    </RadioGroup>
  );
};

export interface SomeOfProps<Value extends string> extends ChoicesProps<Value> {
  /** In the order they were chosen. */
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}

/** Chooses any number of a few options, all visible. */
export const SomeOf = <Value extends string>(props: SomeOfProps<Value>) => {
  const { label, hint, choices, shape = 'chips', values, onChange } = props;
  const choose = (chosen: readonly string[]) => {
    const kept = values.filter((value) => chosen.includes(value));
    const added = choices.map((choice) => choice.value).filter((value) => chosen.includes(value));
    onChange([...kept, ...added.filter((value) => !kept.includes(value))]);
  };
  return (
    <CheckboxGroup className="ui-choices" value={[...values]} onChange={choose}>
      <Label className="ui-choices__label">{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="ui-choices__hint">
          {hint}
        </Text>
      )}
      <div className={`ui-choices__set ui-choices__set--${shape}`}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            isDisabled={choice.isDisabled ?? false}
            className="ui-choice ui-choice--some"
          >
            <span className="ui-choice__mark" aria-hidden="true" />
            <ChoiceWords choice={choice} />
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
};

export interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
}

/** One thing that is so or is not. */
export const Tick = ({ label, hint, isTicked, onChange }: TickProps) => (
  <Checkbox isSelected={isTicked} onChange={onChange} className="ui-choice ui-choice--some ui-choice--alone">
    <span className="ui-choice__mark" aria-hidden="true" />
    <ChoiceWords choice={hint === undefined ? { value: '', label } : { value: '', label, hint }} />
  </Checkbox>
);

const ChoiceWords = ({ choice }: { readonly choice: Choice<string> }) => (
  <span className="ui-choice__words">
    {choice.label}
    {choice.hint === undefined ? null : (
      <span className="ui-choice__hint">
        {choice.icon === undefined ? null : <Icon name={choice.icon} size={14} />} {choice.hint}
      </span>
    )}
  </span>
);
