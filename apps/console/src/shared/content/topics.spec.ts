import { topicName } from './topics';

const topics = [{ topic: 'bereavement', label: 'Grief', labels: { cy: 'Galar' }, inUse: false }];

describe('a topic', () => {
  it('is called what the charity calls it, in the language of the screens where it says so', () => {
    expect(topicName(topics, 'bereavement')).toBe('Grief');
    expect(topicName(topics, 'bereavement', 'cy')).toBe('Galar');
  });

  it('is its code in plain letters while nobody has said what it is called', () => {
    expect(topicName([], 'young_carers')).toBe('Young carers');
  });
});
