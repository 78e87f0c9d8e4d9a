import { actionsOf } from './actions';

describe('what someone may do', () => {
  it.each([
    [['responder'], ['take_chats']],
    [['administrator'], ['set_up', 'invite', 'agree']],
    [['safeguarding_lead'], ['look_back', 'hold']],
    [['trainer'], ['review']],
    [['auditor'], ['look_back', 'export_audit']],
    [
      ['responder', 'trainer', 'auditor'],
      ['take_chats', 'review', 'look_back', 'export_audit'],
    ],
  ] as const)('[SEC1] %j is what its roles may do, and no more', (roles, actions) => {
    expect(actionsOf(roles)).toEqual(actions);
  });
});
