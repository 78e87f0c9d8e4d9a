// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import './field.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly mistake?: string | undefined;
  /** Lines shown; 1 is an input. */
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The box where there are several lines. */
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  readonly placeholder?: string;
}

export const TextField = (props: TextFieldProps) => {
  const { label, hint, mistake, rows = 1, inputRef, areaRef, placeholder, ...rest } = props;
  const shown = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} isInvalid={mistake !== undefined} className="ui-field">
      <Label className="ui-field__label">{label}</Label>
      {rows === 1 ? (
        <Input {...(inputRef === undefined ? {} : { ref: inputRef })} {...shown} className="ui-field__box" />
      ) : (
        <TextArea
          {...(areaRef === undefined ? {} : { ref: areaRef })}
          {...shown}
          rows={rows}
          className="ui-field__box"
        />
      )}
      {hint === undefined ? null : (
        <Text slot="description" className="ui-field__hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-field__mistake">{mistake}</FieldError>
    </AriaTextField>
  );
};
