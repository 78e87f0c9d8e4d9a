import { applyFixtures } from '../run/apply-fixtures';
import { Album } from '../src/album';
import { asJourney } from '../src/journey';

const onLaptop = new Album('laptop');

it(
  'a supervisor sees how an evening goes and how everyone is',
  asJourney(async (journey) => {
    const [sam, ana] = [await journey.responder('Sam'), await journey.supervisor('Ana')];
    await sam.isThere();
    await applyFixtures('an-evening');
    try {
      await ana.isThere();
      // The visitors of earlier journeys are counted too.
      await ana.finds(/of 1[2-9]\d/);
      await ana.meetsNoBarriers('the live view of an evening');
      await onLaptop.keep(ana, 'supervisor 6 an evening');
      await onLaptop.keepForReadme(ana, 'wallboard');
      await ana.page.getByRole('link', { name: 'People' }).click();
      await ana.sees('heading', 'People');
      await ana.finds('Sam');
      await onLaptop.keepForReadme(ana, 'people');
    } finally {
      await applyFixtures('as-it-was');
    }
  }),
);
