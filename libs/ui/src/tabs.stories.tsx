// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Tabs } from './tabs';

export const Two = () => {
  const [selected, setSelected] = useState<'starters' | 'resources'>('starters');
  return (
    <Tabs
      label="Content"
      pages={[
        { key: 'starters', title: 'Starters', page: <p>Sentences to begin with.</p> },
        { key: 'resources', title: 'Resources', page: <p>Places to point to.</p> },
      ]}
      selected={selected}
      onSelect={setSelected}
    />
  );
};
