import { readdirSync } from 'node:fs';
import path from 'node:path';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { storiesOf, type StoryFile } from '../gallery/stories';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'));
const storyFiles = files.filter((file) => file.endsWith('.stories.tsx'));

// One after the other: Jest links modules that are imported at once only half.
const imported: [string, StoryFile][] = [];
for (const file of storyFiles) imported.push([file, await import(path.join(folder, file))]);
const stories = storiesOf(Object.fromEntries(imported));

// These need what only a browser has, colours and a canvas: the journeys check them on the real pages.
const LEFT_OUT = ['color-contrast', 'label-content-name-mismatch', 'region'];
const RULES = { rules: Object.fromEntries(LEFT_OUT.map((rule) => [rule, { enabled: false }])) };

describe('the stories of the components', () => {
  it('every component has a file of stories', () => {
    const components = files.filter((file) => !file.endsWith('.stories.tsx'));
    expect(components.filter((file) => !storyFiles.includes(file.replace('.tsx', '.stories.tsx')))).toEqual(
      [],
    );
  });

  it.each(stories)('$title can be reached and is named for everyone', async ({ Component }) => {
    const { container } = render(<Component />);
    const { violations } = await axe.run(container, RULES);
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    expect(container.childElementCount).toBeGreaterThan(0);
  });
});
