// SPDX-License-Identifier: AGPL-3.0-or-later
import { Term } from './term';

export const Defined = () => (
  <Term word="Wait estimate" label="What a wait estimate is">
    The time within which four of five people are answered.
  </Term>
);
