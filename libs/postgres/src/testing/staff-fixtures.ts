import { randomBytes, randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { IdentityEvent, RefusalClass, RefusalEvent } from '@warmline/identity';
import { DAY, instant, later, offerId, sessionId, staffId } from '@warmline/kernel';
import type { FloodEvent, RoutingEvent, TriageEvent } from '@warmline/routing';
import { aService } from '@warmline/test-kit';
import { about, beginSession, type FactFixture } from './fact-fixture';

const closing =
  (type: 'offer_accepted' | 'offer_declined' | 'offer_expired' | 'offer_withdrawn'): FactFixture =>
  async (context) => {
    const { scene, person } = context;
    const conversation = await scene.waiting();
    const offer = await scene.offered(conversation, person.id);
    const fact = { type, ...about(context, conversation), staff: person.id, offer };
    return async (stores) => stores.offers.close({ ...fact, at: await stores.now() });
  };

const anInvite = () => ({ id: uuid(), secretHash: randomBytes(32), span: 1_000 });

const aPasskey = () => ({
  credentialId: randomUUID(),
  publicKey: randomBytes(77),
  counter: 0,
  transports: ['internal'],
  label: 'Phone',
});

const aProviderIdentity = () => ({ issuer: 'https://login.example', subject: randomUUID() });

type Others = TriageEvent | FloodEvent;

const refusals =
  (type: RefusalClass): FactFixture =>
  ({ scene: { service } }) =>
    Promise.resolve((stores) =>
      stores.refusals.saveCounts([{ type, service, gateway: uuid(), refusal: 'too_fast', count: 2 }]),
    );

export const staffFixtures: Record<
  (Exclude<RoutingEvent, Others> | IdentityEvent | RefusalEvent)['type'],
  FactFixture
> = {
  sign_ins_failed: refusals('sign_ins_failed'),
  requests_refused: refusals('requests_refused'),
  limits_reached: refusals('limits_reached'),
  offer_made: async (context) => {
    const conversation = await context.scene.waiting();
    const fact = { ...about(context, conversation), staff: context.person.id, offer: offerId(uuid()) };
    return async (stores) => {
      const at = await stores.now();
      await stores.offers.makeOffer({ type: 'offer_made', ...fact, at, expiresAt: at });
    };
  },
  offer_accepted: closing('offer_accepted'),
  offer_declined: closing('offer_declined'),
  offer_expired: closing('offer_expired'),
  offer_withdrawn: closing('offer_withdrawn'),
  availability_changed: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const at = await stores.now();
      await stores.staff.setAvailability({
        type: 'availability_changed',
        service,
        staff: person.id,
        availability: 'available',
        shiftEndsAt: later(at, 1_000),
        at,
      });
    }),
  wall_link_made: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'wall_link_made', service, link: randomUUID(), by: person.id } as const;
      await stores.wallLinks.add(fact, {
        label: 'Office',
        secretHash: randomBytes(32),
        at: await stores.now(),
        expiresAt: later(await stores.now(), 30 * DAY),
      });
    }),
  wall_link_revoked: async ({ scene, person }) => {
    const { service, database } = scene;
    const link = randomUUID();
    await database.sql(
      `insert into wall_link (id, service_id, label, secret_hash, made_by, made_at, expires_at)
       values ($1, $2, 'Office', $4, $3, clock_timestamp(), clock_timestamp() + interval '30 days')`,
      [link, service, person.id, randomBytes(32)],
    );
    return (stores) => stores.wallLinks.revoke({ type: 'wall_link_revoked', service, link, by: person.id });
  },
  // In a service of its own: there is no link once a service has an administrator.
  setup_link_made: async ({ scene }) => {
    const service = await aService(scene.database.opened);
    return async (stores) => {
      await stores.setupLinks.replaceLink({ type: 'setup_link_made', service }, randomBytes(32), 1_000);
    };
  },
  administrator_set_up: async ({ scene }) => {
    const service = await aService(scene.database.opened);
    const person = {
      id: staffId(uuid()),
      serviceId: service,
      signInName: `kit.${randomUUID()}`,
      name: 'Kit',
    };
    const row = { ...person, passwordHash: 'no password opens this', capacity: 1, freeSince: instant(1) };
    return (stores) =>
      stores.setupLinks.addAdministrator({ type: 'administrator_set_up', service, staff: person.id }, row);
  },
  names_changed: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) =>
      stores.accounts.setNames(
        { type: 'names_changed', service, staff },
        { name: 'Kit', visitorName: 'Robin' },
      ),
    ),
  password_changed: async ({ scene: { service, database }, person: { id: staff } }) => {
    const [row] = await database.sql<{ hash: string }>(
      'select password_hash as hash from staff where id = $1',
      [staff],
    );
    const change = { before: row?.hash ?? '', hash: 'another that no password opens' };
    return async (stores) => {
      await stores.accounts.setPassword({ type: 'password_changed', service, staff }, change);
    };
  },
  invite_made: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) =>
      stores.invites.make({ type: 'invite_made', service, staff, by: staff }, anInvite()),
    ),
  invite_revoked: async ({ scene, person: { id: staff } }) => {
    const about = { service: scene.service, staff, by: staff };
    await scene.work.inTransaction((stores) =>
      stores.invites.make({ type: 'invite_made', ...about }, anInvite()),
    );
    return async (stores) => {
      await stores.invites.revoke({ type: 'invite_revoked', ...about });
    };
  },
  invite_mailed: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) =>
      stores.invites.finishMail(
        { type: 'invite_mailed', service, staff, by: staff, result: 'sent' },
        randomBytes(32),
      ),
    ),
  person_left: async ({ scene }) => {
    const { service, database } = scene;
    const { id: staff } = await scene.person();
    await database.sql('update staff set active = false where id = $1', [staff]);
    await database.sql(`update staff set leaves_at = now() where id = $1`, [staff]);
    return async (stores) => {
      await stores.leaving.reduce({ staff, service });
    };
  },
  invite_used: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) =>
      stores.invites.use(
        { type: 'invite_used', service, staff },
        { secretHash: randomBytes(32), name: 'Kit', passwordHash: 'another that no password opens' },
      ),
    ),
  authenticator_added: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) =>
      stores.factors.addAuthenticator(
        { type: 'authenticator_added', service, staff },
        { secretSealed: randomBytes(60), step: 1 },
      ),
    ),
  passkey_added: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) => stores.passkeys.add({ type: 'passkey_added', service, staff }, aPasskey())),
  passkey_removed: async ({ scene, person: { id: staff } }) => {
    const passkey = aPasskey();
    const { service } = scene;
    await scene.work.inTransaction((stores) =>
      stores.passkeys.add({ type: 'passkey_added', service, staff }, passkey),
    );
    return async (stores) => {
      await stores.passkeys.remove({ type: 'passkey_removed', service, staff }, passkey.credentialId);
    };
  },
  identity_provider_linked: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'identity_provider_linked', service, staff } as const;
      await stores.providerIdentities.link(fact, aProviderIdentity());
    }),
  account_asked: ({ scene: { service } }) =>
    Promise.resolve((stores) =>
      stores.providerIdentities.addNewcomer(
        { type: 'account_asked', service, staff: staffId(uuid()) },
        {
          ...aProviderIdentity(),
          signInName: `newcomer-${uuid()}`.slice(0, 40),
          name: 'Rae',
          told: { role: 'responder', furtherRoles: [] },
        },
      ),
    ),
  identity_provider_unlinked: async ({ scene, person: { id: staff } }) => {
    const { service } = scene;
    await scene.work.inTransaction((stores) =>
      stores.providerIdentities.link(
        { type: 'identity_provider_linked', service, staff },
        aProviderIdentity(),
      ),
    );
    return async (stores) => {
      await stores.providerIdentities.unlink({ type: 'identity_provider_unlinked', service, staff });
    };
  },
  recovery_codes_made: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve((stores) =>
      stores.factors.makeRecoveryCodes({ type: 'recovery_codes_made', service, staff }, [randomBytes(32)]),
    ),
  recovery_code_used: async ({ scene, person: { id: staff } }) => {
    const { service, database } = scene;
    const code = randomBytes(32);
    await database.sql('insert into recovery_code (staff_id, code_hash) values ($1, $2)', [staff, code]);
    return async (stores) => {
      await stores.factors.useRecoveryCode({ service, staff }, code);
    };
  },
  signed_in: ({ person }) => {
    const id = sessionId(uuid());
    return Promise.resolve((stores) => beginSession(stores, person, id));
  },
  signed_out: ({ scene: { service }, person, session }) => {
    const fact = { type: 'signed_out', service, staff: person.id, session, because: 'chosen' } as const;
    return Promise.resolve(async (stores) => {
      await stores.staff.endSession(fact, { at: await stores.now(), replaced: false });
    });
  },
};
