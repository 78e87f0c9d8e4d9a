import { z } from 'zod';
import {
  auditStateSchema,
  pastPeopleSchema,
  personHistorySchema,
  settingHistorySchema,
} from '@warmline/contracts';
import { staff, withProof, type RouteDocument } from './route-document';

/** What is read of the past over HTTP. */
export const HISTORY_ROUTES: Record<string, RouteDocument> = {
  'GET /api/history/settings': {
    summary: 'What changed the settings, the newest first, with what was before and after.',
    query: { before: z.string().optional() },
    answer: settingHistorySchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed'] },
  },
  'GET /api/audit/state': {
    summary: 'How far the audit log is, and which place has which checkpoint.',
    answer: auditStateSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/audit/ready': {
    summary: 'Whether the person proved who they are lately enough to export.',
    status: 204,
    refusals: { ...staff, ...withProof },
  },
  'GET /api/audit/history': {
    summary:
      'Entries of the audit log of a range of time as CSV or JSON, each with its proof. It is recorded.',
    query: {
      format: z.enum(['csv', 'json']),
      from: z.string(),
      until: z.string(),
      person: z.string().optional(),
    },
    answer: z.string(),
    status: 200,
    refusals: { ...staff, ...withProof, 400: ['malformed'], 409: ['not_logged_yet'] },
  },
  'GET /api/history/people': {
    summary: 'Everyone whose past can be looked at.',
    answer: pastPeopleSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/history/people/:person': {
    summary: 'What one person did between two moments, 366 days at most. Looking is recorded.',
    query: { from: z.string(), until: z.string(), before: z.string().optional() },
    answer: personHistorySchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed'], 404: ['not_found'] },
  },
};
