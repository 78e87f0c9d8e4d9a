import { Album } from '../src/album';
import { asJourney } from '../src/journey';

const onLaptop = new Album('laptop');

it(
  '[PRA1] a responder practises on the real desk with a written visitor, and reads what was found in it',
  asJourney(async (journey) => {
    const sam = await journey.responder('Sam');
    await sam.comesBack();
    await sam.chooses(/^Sam: menu/, /^Practise/);
    await sam.presses('Start: Someone lonely');
    await sam.isWith('Robin');
    await sam.sees('region', 'Practice');
    await sam.reads('not sure this counts as a real problem');
    await sam.says('Hello Robin, I am Sam. You are welcome here. What has today been like?');
    await sam.reads('the phone has not rung since August');
    await sam.meetsNoBarriers('practises');
    await onLaptop.keepEveryWay(sam, 'practice', sam.message('since August'));
    await sam.ends('We agreed to finish');
    await sam.wrapsUp();
    await sam.sees('heading', 'Not passed this time');
    await sam.page.getByRole('listitem').filter({ hasText: 'Welcomed them' }).getByText('Found').waitFor();
    await sam.meetsNoBarriers('reads what was found');
  }),
);
