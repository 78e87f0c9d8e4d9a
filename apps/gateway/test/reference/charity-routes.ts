import { z } from 'zod';
import {
  charityAnswerSchema,
  charityChangeSchema,
  charityMarkAnswerSchema,
  charityMarkSchema,
  charityUndoSchema,
  charityViewSchema,
  readinessConfirmSchema,
  readinessConfirmedSchema,
  readinessOpenSchema,
  readinessOpenedSchema,
  readinessViewSchema,
  serviceFingerprintSchema,
  serviceImportedSchema,
  serviceImportSchema,
  testChatBeginSchema,
  testChatFinishSchema,
  testChatMessageSchema,
  testChatViewSchema,
} from '@warmline/contracts';
import { largeBody, setup, staff, withProof, type RouteDocument } from './route-document';

/** What the practice conversation behind a test chat refuses. */
const inPractice = {
  400: ['malformed', 'control_character', 'empty_message', 'message_too_long'],
  409: ['conversation_ended', 'different_body', 'not_available'],
} as const;

/** What a charity says of itself, whether it is ready to open, and the test chat. */
export const CHARITY_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/charity': {
    summary: 'What the page of visitors says of the charity, and what each country starts from.',
    answer: charityViewSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/charity': {
    summary:
      'Save what the charity says of itself. A change of how long chats are kept asks for a fresh proof.',
    body: charityChangeSchema,
    answer: charityAnswerSchema,
    status: 200,
    refusals: { ...staff, ...withProof, 400: ['malformed', 'control_character'] },
  },
  'POST /api/charity/mark': {
    summary: 'Keep a PNG picture that may stand for the charity, until a change names it.',
    body: charityMarkSchema,
    answer: charityMarkAnswerSchema,
    status: 200,
    refusals: { ...staff, ...largeBody },
  },
  'GET /api/service-file': {
    summary: 'The service as one signed file, or only whether it may be taken out. Asks for a fresh proof.',
    query: { checkOnly: z.literal('1').optional() },
    answer: z.string(),
    status: 200,
    refusals: { ...staff, ...withProof },
  },
  'GET /api/service-file/fingerprint': {
    summary: 'The fingerprint of the key that signs the files of this deployment.',
    answer: serviceFingerprintSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/service-file': {
    summary: 'Bring the file of a service into a new deployment, or check it only. Asks for a fresh proof.',
    body: serviceImportSchema,
    answer: serviceImportedSchema,
    status: 200,
    refusals: { ...staff, ...withProof, ...largeBody },
  },
  'GET /accent/:file': {
    summary: 'The style sheet of a colour, such as `1f5c57.css`.',
    answer: z.string(),
    status: 200,
    refusals: { 404: ['not_found'] },
  },
  'GET /mark/:hash': {
    summary: 'The picture that stands for the charity, by the SHA-256 of its bytes.',
    answer: z.string(),
    status: 200,
    refusals: { 404: ['not_found'] },
  },
  'GET /api/test-chat': {
    summary: 'The test chat of this administrator that goes on.',
    answer: testChatViewSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/test-chat': {
    summary: 'Begin a chat with oneself. It is practice: in no queue and no figure.',
    body: testChatBeginSchema,
    answer: testChatViewSchema,
    status: 200,
    refusals: { ...setup, ...inPractice },
  },
  'POST /api/test-chat/message': {
    summary: 'Write in a test chat, as the visitor or as the responder.',
    body: testChatMessageSchema,
    answer: testChatViewSchema,
    status: 200,
    refusals: { ...setup, ...inPractice, 429: ['too_fast'] },
  },
  'POST /api/test-chat/finish': {
    summary: 'Finish a test chat. It counts for “Ready to open” once both sides have written.',
    body: testChatFinishSchema,
    answer: testChatViewSchema,
    status: 200,
    refusals: { ...setup, ...inPractice },
  },
  'GET /api/readiness': {
    summary: 'What has to be so before the service opens, computed now.',
    answer: readinessViewSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/readiness/confirm': {
    summary: 'Say that one has looked at what the server cannot see.',
    body: readinessConfirmSchema,
    answer: readinessConfirmedSchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed', 'control_character'] },
  },
  'POST /api/readiness/open': {
    summary: 'Open the service for the first time, naming what is missing.',
    body: readinessOpenSchema,
    answer: readinessOpenedSchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed', 'control_character'] },
  },
  'POST /api/charity/undo': {
    summary: 'Take the last change back, for ten minutes.',
    body: charityUndoSchema,
    answer: charityAnswerSchema,
    status: 200,
    refusals: { ...staff, ...withProof, 400: ['malformed', 'control_character'] },
  },
};
