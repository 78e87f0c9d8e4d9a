// SPDX-License-Identifier: AGPL-3.0-or-later
import { Button } from './button';
import { Card } from './card';

export const WithActions = () => (
  <Card
    title="Calls for help"
    lead="Colleagues who asked for a supervisor."
    actions={<Button>Refresh</Button>}
  >
    <p>No one has called.</p>
  </Card>
);

export const HiddenTitle = () => (
  <Card title="People" isTitleHidden>
    <p>Three people are here.</p>
  </Card>
);
