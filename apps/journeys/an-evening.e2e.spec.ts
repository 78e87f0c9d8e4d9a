import { Album } from './src/album';
import { setScene } from './src/scene';
import { closeBrowser, onStage } from './src/stage';

const onLaptop = new Album('laptop');

afterAll(closeBrowser);

it(
  'a supervisor sees at a glance how an evening goes, and how everybody is',
  onStage(async (stage) => {
    const [sam, ana] = [await stage.responder('Sam'), await stage.supervisor('Ana')];
    await sam.isThere();
    setScene('an-evening');
    try {
      await ana.isThere();
      // Whoever came in the journeys before this one is counted as well.
      await ana.finds(/of 1[2-9]\d/);
      await ana.meetsNoBarriers('the live view of an evening');
      await onLaptop.keep(ana, 'supervisor 6 an evening');
      await onLaptop.keepForReadme(ana, 'wallboard');
      await ana.page.getByRole('link', { name: 'People' }).click();
      await ana.sees('heading', 'People');
      await ana.finds('Sam');
      await onLaptop.keepForReadme(ana, 'people');
    } finally {
      setScene('as-it-was');
    }
  }),
);
