import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { demand, hasFields } from './parse-answer';

interface Question<Options> {
  /** Goes back to the server as it is. */
  readonly sealed: string;
  /** For the browser, which checks it. */
  readonly options: Options;
}
export type SignInQuestion = Question<PublicKeyCredentialRequestOptionsJSON>;
export type NewPasskeyQuestion = Question<PublicKeyCredentialCreationOptionsJSON>;

const demandQuestion = (body: unknown): void => {
  demand(hasFields(body, ['sealed', 'options']), 'question for a passkey');
  demand(hasFields((body as Question<unknown>).options, ['challenge']), 'question for a passkey');
};

export const parseSignInQuestion = (body: unknown): SignInQuestion => {
  demandQuestion(body);
  return body as SignInQuestion;
};

export const parseNewPasskeyQuestion = (body: unknown): NewPasskeyQuestion => {
  demandQuestion(body);
  return body as NewPasskeyQuestion;
};
