import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { providerLinkSchema } from '@warmline/contracts';
import { MINUTE } from '@warmline/kernel';
import { ServiceSecrets } from '@warmline/sealing';
import { SERVICE, type Service } from '../../core/service-settings';
import type { ProviderQuestion } from './identity-provider';

/** From the press of the button until the browser is back (ms): someone may have to find a phone. */
const LASTS = 10 * MINUTE;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
/** A value that only the browser's secret gives. */
const valueOf = (secret: string, purpose: 'nonce' | 'verifier'): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url');

const purposeSchema = z.union([
  z.strictObject({ to: z.literal('sign_in') }),
  z.strictObject({ to: z.literal('try'), staff: z.uuid() }),
  z.strictObject({ to: z.literal('link'), staff: z.uuid(), session: z.uuid(), ...providerLinkSchema.shape }),
]);
/** What the answer is for: to sign in, to link the account of someone who is signed in, or to see what comes. */
export type ProviderPurpose = z.infer<typeof purposeSchema>;

const stateSchema = z.strictObject({ until: z.number(), browser: z.string(), purpose: purposeSchema });

/**
 * Ties the provider's answer to the browser that asked. The browser keeps a secret in a cookie of its own. The state, which
 * goes through the provider, holds its hash and the purpose, sealed; nonce and PKCE verifier are made from the secret. So an
 * answer in another browser leads nowhere, and strangers who ask leave nothing here.
 */
@Injectable()
export class ProviderState {
  constructor(
    private readonly secrets: ServiceSecrets,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async make(
    purpose: ProviderPurpose,
  ): Promise<{ readonly secret: string; readonly question: ProviderQuestion }> {
    const secret = randomBytes(32).toString('base64url');
    const state = JSON.stringify({ until: Date.now() + LASTS, browser: hashOf(secret), purpose });
    const sealed = await this.secrets.seal(state, this.place);
    return { secret, question: this.questionOf(sealed.toString('base64url'), secret) };
  }

  /** Null for a state of another browser, one that is too old, or one that was changed. */
  async open(
    state: string,
    secret: string,
  ): Promise<{ readonly purpose: ProviderPurpose; readonly question: ProviderQuestion } | null> {
    const text = await this.secrets.open(Buffer.from(state, 'base64url'), this.place);
    const opened = text === null ? null : stateSchema.parse(JSON.parse(text));
    if (opened === null || opened.browser !== hashOf(secret) || opened.until <= Date.now()) return null;
    return { purpose: opened.purpose, question: this.questionOf(state, secret) };
  }

  private questionOf(state: string, secret: string): ProviderQuestion {
    return { state, nonce: valueOf(secret, 'nonce'), verifier: valueOf(secret, 'verifier') };
  }

  private get place() {
    return { service: this.service.id, entry: 'state of single sign-on' };
  }
}
