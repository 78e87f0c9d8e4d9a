// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Fold } from './fold';
import { Mark } from './mark';

export const Folded = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Fold title="Waiting" mark={<Mark tone="notice">3</Mark>} isOpen={isOpen} onChange={setOpen}>
      <p>Three people are waiting.</p>
    </Fold>
  );
};
