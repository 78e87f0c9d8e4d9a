import { randomBytes } from 'node:crypto';
import type { DeploymentSignIn } from './deployment';

const someone = (role: DeploymentSignIn['role'], position: number): DeploymentSignIn => ({
  name: `${role === 'responder' ? 'Responder' : 'Supervisor'} ${position + 1}`,
  role,
  signInName: `${role.slice(0, 1)}${position + 1}`,
  password: randomBytes(18).toString('base64url'),
});

/** Everyone who can sign in, with passwords of this run only. */
export const staffOf = (responders: number, supervisors: number): readonly DeploymentSignIn[] => [
  ...Array.from({ length: responders }, (_, position) => someone('responder', position)),
  ...Array.from({ length: supervisors }, (_, position) => someone('supervisor', position)),
];
