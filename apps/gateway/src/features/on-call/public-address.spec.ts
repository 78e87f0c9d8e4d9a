import { isPublicAddress, lookupPublic, PrivateAddress } from './public-address';

const lookedUp = (hostname: string): Promise<unknown> =>
  new Promise((resolve) => {
    lookupPublic(hostname, { all: true }, (error, addresses) => resolve(error ?? addresses));
  });

describe('an address of a webhook', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
    '0x7f.1',
  ])('[SEC4] takes no address of a private network, in any notation: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['93.184.215.14', '172.32.0.1', '11.0.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'takes the public address %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('[SEC4] a name that leads to this machine is refused when it is looked up', async () => {
    expect(await lookedUp('localhost')).toBeInstanceOf(PrivateAddress);
  });
});
