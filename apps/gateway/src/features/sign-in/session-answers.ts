import { HttpException } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { sessionSchema, type Session, type SignInAnswer } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { isAllowedOrigin } from '../../core/origin';
import { goneSignal } from '../../session/busy-answer';
import type { AuthenticatedRequest } from '../../session/permission-guard';
import {
  deviceCookie,
  halfCookie,
  readDeviceCookie,
  readHalfCookie,
  readSessionCookie,
  sessionCookie,
} from '../../session/session-cookie';
import type { Browser, SignedIn } from './accounts';
import type { HalfSignedIn } from './entrance';

export const sessionView = ({ staff, name, role, furtherRoles }: StaffPrincipal): Session =>
  sessionSchema.parse({ staff: { id: staff, name, role, furtherRoles } });

/** What a page of our own asks, in the form of `schema`. */
export const fromOwnPage = <Form extends z.ZodType>(
  schema: Form,
  { headers, body }: AuthenticatedRequest,
  publicUrl: string,
): z.infer<Form> => {
  if (!isAllowedOrigin(headers.origin, publicUrl)) throw new HttpException({ refusal: 'not_allowed' }, 403);
  const given = schema.safeParse(body);
  if (!given.success) throw new HttpException({ refusal: 'malformed' }, 400);
  return given.data;
};

export const browserOf = (
  { headers }: AuthenticatedRequest,
  response: Response,
  publicUrl: string,
): Browser => ({
  session: readSessionCookie(publicUrl, headers.cookie),
  device: readDeviceCookie(publicUrl, headers.cookie),
  signal: goneSignal(response),
});

/** Answers the session that has begun, with its cookies; a half session that led here is taken away. */
export const enterBy = (
  { secret, device, person }: SignedIn,
  response: Response,
  publicUrl: string,
): Session => {
  const half = readHalfCookie(publicUrl, response.req.headers.cookie);
  response.appendHeader('Set-Cookie', [
    sessionCookie(publicUrl, secret),
    deviceCookie(publicUrl, device),
    ...(half === null ? [] : [halfCookie(publicUrl, '')]),
  ]);
  return sessionView(person);
};

/** What the right password, or the identity provider, gives: the session, or half of one. */
export const answerPassword = (
  entered: SignedIn | HalfSignedIn,
  response: Response,
  publicUrl: string,
): SignInAnswer => {
  if (!('half' in entered)) return enterBy(entered, response, publicUrl);
  response.appendHeader('Set-Cookie', halfCookie(publicUrl, entered.half));
  return { next: entered.next };
};
