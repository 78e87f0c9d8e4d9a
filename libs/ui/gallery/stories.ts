// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentType } from 'react';

/** The exports of a `*.stories.tsx` file: each is a component without props, shown under its name. */
export type StoryFile = Readonly<Record<string, ComponentType>>;

export interface Story {
  /** Such as `button / Kinds`. */
  readonly title: string;
  readonly Component: ComponentType;
}

/** @param files story files by their path */
export const storiesOf = (files: Readonly<Record<string, StoryFile>>): readonly Story[] =>
  Object.entries(files).flatMap(([path, file]) => {
    const component = path.replace(/^.*\//, '').replace('.stories.tsx', '');
    return Object.entries(file).map(([name, Component]) => ({ title: `${component} / ${name}`, Component }));
  });
