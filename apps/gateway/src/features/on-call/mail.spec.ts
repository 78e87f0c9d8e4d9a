import { MailReceiver } from '../../../test/receivers/receivers';
import { sendMail, type MailServer } from './mail';

const mail = { to: 'duty@charity.example', id: 'b0b5', text: 'Warmline: someone is waiting who needs you' };
const serverAt = ({ port }: MailReceiver, plain: '0' | '1' = '0'): MailServer => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  SMTP_FROM: 'chat@charity.example',
  SMTP_PLAIN: plain,
});

describe('an e-mail to an on-call contact', () => {
  it('[SEC4] is not sent without TLS unless the operator allows it', async () => {
    const receiver = await MailReceiver.start();
    expect(await sendMail(mail, serverAt(receiver))).toBe('not_encrypted');
    expect(receiver.received).toEqual([]);
    expect(await sendMail(mail, serverAt(receiver, '1'))).toBe('sent');
    await receiver.stop();
  });

  it('[SEC4] is not sent to a server whose certificate nobody vouches for', async () => {
    const receiver = await MailReceiver.start({ disabledCommands: ['AUTH'] });
    expect(await sendMail(mail, serverAt(receiver))).toBe('not_encrypted');
    expect(receiver.received).toEqual([]);
    await receiver.stop();
  });

  it('has one recipient, a subject without content, and the id of its message', async () => {
    const receiver = await MailReceiver.start();
    await sendMail(mail, serverAt(receiver, '1'));
    const [only] = receiver.received;
    expect(only).toMatchObject({ from: 'chat@charity.example', to: [mail.to] });
    expect(only?.source).toMatch(/^Message-ID: <b0b5@charity\.example>\r$/m);
    expect(only?.source).toContain(`Subject: ${mail.text}`);
    await receiver.stop();
  });

  it('says what went wrong: no server is set, nobody listens, its password cannot be read, the mailbox is refused', async () => {
    const none = { SMTP_URL: undefined, SMTP_FROM: undefined, SMTP_PLAIN: '0' } as const;
    expect(await sendMail(mail, none)).toBe('not_set_up');
    const gone: MailServer = { ...none, SMTP_URL: 'smtp://127.0.0.1:1', SMTP_FROM: 'a@b.example' };
    expect(await sendMail(mail, gone)).toBe('not_reached');
    const unreadable = { ...gone, SMTP_URL: 'smtp://us:50%hidden@127.0.0.1:1' };
    expect(await sendMail(mail, unreadable)).toBe('not_reached');
    const receiver = await MailReceiver.start({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('unknown'), { responseCode: 550 })),
    });
    expect(await sendMail(mail, serverAt(receiver, '1'))).toBe('turned_down');
    await receiver.stop();
  });
});
