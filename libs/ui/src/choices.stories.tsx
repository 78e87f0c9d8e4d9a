// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { OneOf, SomeOf, Tick } from './choices';

const BANDS = [
  { value: 'danger', label: 'In danger', hint: 'Answered first' },
  { value: 'urgent', label: 'Urgent' },
  { value: 'standard', label: 'Standard', isDisabled: true },
] as const;

export const One = () => {
  const [value, setValue] = useState<'danger' | 'urgent' | 'standard' | null>(null);
  return (
    <OneOf
      label="Priority"
      hint="It can be changed later."
      choices={BANDS}
      value={value}
      onChange={setValue}
    />
  );
};

export const Some = () => {
  const [values, setValues] = useState<readonly ('danger' | 'urgent' | 'standard')[]>(['urgent']);
  return <SomeOf label="Show" shape="lines" choices={BANDS} values={values} onChange={setValues} />;
};

export const Alone = () => {
  const [isTicked, setTicked] = useState(true);
  return (
    <Tick label="Only my own" hint="Hides what others changed" isTicked={isTicked} onChange={setTicked} />
  );
};
