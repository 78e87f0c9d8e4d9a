import { v7 as uuid } from 'uuid';
import type { Fact } from '@warmline/audit';
import { sessionId, type SessionId } from '@warmline/kernel';
import { fingerprint, Scene, type Person } from '@warmline/test-kit';
import { charityFixtures } from '../testing/charity-fixtures';
import { conversationFixtures } from '../testing/conversation-fixtures';
import { endingFixtures } from '../testing/ending-fixtures';
import { beginSession, type FactFixture } from '../testing/fact-fixture';
import { floodFixtures } from '../testing/flood-fixtures';
import { handoverFixtures } from '../testing/handover-fixtures';
import { helpFixtures } from '../testing/help-fixtures';
import { historyFixtures } from '../testing/history-fixtures';
import { onCallFixtures } from '../testing/on-call-fixtures';
import { openingFixtures } from '../testing/opening-fixtures';
import { practiceFixtures } from '../testing/practice-fixtures';
import { qualityFixtures } from '../testing/quality-fixtures';
import { retentionFixtures } from '../testing/retention-fixtures';
import { retentionRequestFixtures } from '../testing/retention-request-fixtures';
import { safetyRecordFixtures } from '../testing/safety-record-fixtures';
import { setupFixtures } from '../testing/setup-fixtures';
import { staffFixtures } from '../testing/staff-fixtures';
import { supervisionFixtures } from '../testing/supervision-fixtures';
import { wellbeingFixtures } from '../testing/wellbeing-fixtures';

let scene: Scene;
let person: Person;
let session: SessionId;
beforeAll(async () => {
  scene = await Scene.open();
});
beforeEach(async () => {
  person = await scene.person();
  session = sessionId(uuid());
  await scene.work.inTransaction((stores) => beginSession(stores, person, session));
});
afterAll(() => scene.close());

/** A fact that nothing saves does not compile. */
const fixtures: Record<Fact['type'], FactFixture> = {
  ...conversationFixtures,
  ...staffFixtures,
  ...handoverFixtures,
  ...endingFixtures,
  ...floodFixtures,
  ...helpFixtures,
  ...historyFixtures,
  ...onCallFixtures,
  ...practiceFixtures,
  ...qualityFixtures,
  ...retentionFixtures,
  ...retentionRequestFixtures,
  ...safetyRecordFixtures,
  ...charityFixtures,
  ...setupFixtures,
  ...openingFixtures,
  ...supervisionFixtures,
  ...wellbeingFixtures,
};

class ChangedItsMind extends Error {}

describe.each(Object.entries(fixtures))('%s', (type, prepare) => {
  const rows = (): Promise<number> => scene.database.count('audit_entry where action = $1', [type]);

  it('[AUD1] has exactly one audit row, in its own transaction', async () => {
    const save = await prepare({ scene, person, session });
    const before = await rows();
    const all = await scene.database.count('audit_entry');
    await scene.work.inTransaction(async (stores) => {
      await save(stores);
      // Written already, and seen by nobody else before COMMIT.
      expect(await rows()).toBe(before);
    });
    expect(await rows()).toBe(before + 1);
    expect(await scene.database.count('audit_entry')).toBe(all + 1);
  });

  it('[AUD1] leaves neither itself nor its audit row when its transaction fails afterwards', async () => {
    const save = await prepare({ scene, person, session });
    const before = await fingerprint(scene.database);
    const failed = scene.work.inTransaction(async (stores) => {
      await save(stores);
      throw new ChangedItsMind();
    });
    await expect(failed).rejects.toThrow(ChangedItsMind);
    expect(await fingerprint(scene.database)).toBe(before);
  });
});

describe('the audit', () => {
  it('[AUD1] holds a fact back when its row cannot be written', async () => {
    await scene.database.sql(
      `alter table audit_entry add constraint out_of_order check (action <> 'wrapped_up') not valid`,
    );
    const save = await fixtures.wrapped_up({ scene, person, session });
    const before = await fingerprint(scene.database);
    await expect(scene.work.inTransaction(save)).rejects.toMatchObject({ code: '23514' });
    expect(await fingerprint(scene.database)).toBe(before);
    await scene.database.sql('alter table audit_entry drop constraint out_of_order');
  });
});
