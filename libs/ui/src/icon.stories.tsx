// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon, ICON_NAMES } from './icon';

export const All = () => (
  <>
    {ICON_NAMES.map((name) => (
      <span key={name} className="gallery__icon">
        <Icon name={name} size={24} /> {name}
      </span>
    ))}
  </>
);
