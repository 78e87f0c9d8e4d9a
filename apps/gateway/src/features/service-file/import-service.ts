import { Injectable } from '@nestjs/common';
import {
  SERVICE_FILE_FORMAT,
  serviceContentSchema,
  type ServiceContent,
  type ServiceImport,
  type ServiceImported,
} from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { Stores } from '@warmline/postgres';
import { openSignedText } from '@warmline/sealing';
import { isListKind } from '@warmline/setup';
import { Changes } from '../../index/changes';
import { ChangeCharity } from '../charity';
import { WholeSetup, type BroughtLists, type PreparedLists, type UnsavedList } from '../setup';

type Answer = ServiceImported | 'proof_old';

/** Ends the transaction without a change: a check, or something in the file that cannot be saved. */
class TakenBack extends Error {
  constructor(readonly answer: Answer) {
    super('nothing was changed');
  }
}

interface OpenedFile {
  readonly content: ServiceContent;
  readonly fingerprint: string;
}

const parseContent = (text: string): ServiceContent | null => {
  try {
    const read = serviceContentSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

const openFile = (text: string): OpenedFile | ServiceImported => {
  const signed = openSignedText(SERVICE_FILE_FORMAT, text);
  if (typeof signed === 'string') return { outcome: 'unreadable', problem: signed };
  const content = parseContent(signed.content);
  if (content === null) return { outcome: 'unreadable', problem: 'not_understood' };
  return { content, fingerprint: signed.fingerprint };
};

const refusalOf = ({ list, answer }: UnsavedList): Answer => {
  if (answer === 'proof_old') return answer;
  if (answer.outcome === 'problems')
    return { outcome: 'problems', list, problems: answer.problems, count: answer.count };
  throw new Error(`the list ${list} of a new service was not saved: ${answer.outcome}`);
};

/** Rows have the name that starters had first. */
const listNames = (stored: readonly string[]) =>
  stored.map((name) => (name === 'snippets' ? 'starters' : name)).filter(isListKind);

/**
 * Brings the file of a service into a new deployment: everything in one transaction, or nothing. It never overwrites what someone has
 * set up here.
 */
@Injectable()
export class ImportService {
  constructor(
    private readonly changes: Changes,
    private readonly setup: WholeSetup,
    private readonly charity: ChangeCharity,
  ) {}

  async importFile(person: StaffPrincipal, asked: ServiceImport): Promise<Answer> {
    const file = openFile(asked.text);
    if ('outcome' in file) return file;
    if (!asked.checkOnly && asked.fingerprint !== file.fingerprint)
      return { outcome: 'another_key', fingerprint: file.fingerprint };
    const prepared = await this.setup.prepare(file.content.lists);
    try {
      return await this.changes.commit(async (stores) => {
        const answer = await this.save(stores, { person, file, prepared });
        if (asked.checkOnly || answer === 'proof_old' || answer.outcome !== 'saved')
          throw new TakenBack(answer);
        return answer;
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
      return asked.checkOnly ? checked(error.answer) : error.answer;
    } finally {
      await prepared.end();
    }
  }

  private async save(
    stores: Stores,
    {
      person,
      file,
      prepared,
    }: { readonly person: StaffPrincipal; readonly file: OpenedFile; readonly prepared: PreparedLists },
  ): Promise<Answer> {
    const { service, staff } = person;
    const there = await stores.setup.lockSetUp(service, staff);
    const because = (['opened', 'people', 'conversations'] as const).filter((what) => there[what]);
    const lists = listNames(there.lists);
    if (because.length + lists.length > 0)
      return { outcome: 'not_new', because: lists.length > 0 ? [...because, 'lists'] : because, lists };
    const saved = await this.setup.saveAll(stores, person, prepared);
    if ('answer' in saved) return refusalOf(saved);
    const { charity, mark } = file.content;
    const picture = mark === null ? null : Buffer.from(mark, 'base64');
    const parts = await this.charity.saveIn(stores, person, { charity, mark: picture });
    if (parts === 'proof_old') return parts;
    if (parts === 'problems') return { outcome: 'problems', list: null, problems: [], count: 1 };
    const answer = answerOf(file, saved, parts.length);
    const count = saved.brought.reduce(
      (sum, { added, changed, removed }) => sum + added + changed + removed,
      0,
    );
    await stores.setup.saveExport({ type: 'service_imported', service, staff, count });
    return answer;
  }
}

const answerOf = (
  { content, fingerprint }: OpenedFile,
  { brought, invites }: BroughtLists,
  charityParts: number,
): ServiceImported => ({
  outcome: 'saved',
  name: content.charity.name,
  madeAt: content.madeAt,
  fingerprint,
  lists: brought.map((one) => ({ ...one })),
  charityParts,
  invites: [...invites],
});

/** The links of a check were taken back with everything else. */
const checked = (answer: Answer): Answer =>
  answer !== 'proof_old' && answer.outcome === 'saved'
    ? { ...answer, outcome: 'checked', invites: [] }
    : answer;
