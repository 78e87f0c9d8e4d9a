// SPDX-License-Identifier: AGPL-3.0-or-later
import { TextField } from './field';

export const Plain = () => <TextField label="Name" hint="The name your colleagues see." />;

export const WithMistake = () => (
  <TextField label="Opens at" defaultValue="25:00" mistake="Enter a time from 00:00 to 23:59." />
);

export const ManyLines = () => <TextField label="What the next person should know" rows={4} />;

export const ReadOnly = () => <TextField label="Key" defaultValue="waiting.calm" isReadOnly />;
