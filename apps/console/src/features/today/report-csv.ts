import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Report } from '@warmline/contracts';
import { countWords } from '../../shared/figures/figure';
import { locale } from '../../shared/i18n/locale';
import { occupancyValue, stepWords } from './course';
import { groupsOf, spanValue } from './report-figures';
import { todayWords } from './today-words';

const said = todayWords.csv;

/** Excel reads a file as UTF-8 only with this at its beginning. */
const BYTE_ORDER_MARK = '\uFEFF';

const headOf = ({ days, timeZone, now, contacts, turnedAway, erased }: Report): string[][] => [
  [said.title],
  [said.range, todayWords.span(days.from, days.until)],
  [said.zone, timeZone],
  [
    said.made,
    new Intl.DateTimeFormat(locale.formats, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(now),
  ],
  [said.contacts, countWords(contacts)],
  [said.turnedAway, countWords(turnedAway)],
  [said.erased, countWords(erased)],
  [said.rule, said.ruleWords],
];

/** A line for each thing that is said of a figure: nothing has to be taken apart. */
const figuresOf = (report: Report): string[][] =>
  groupsOf(report).flatMap(({ key, figures }) =>
    figures.flatMap(({ title, value, lines, definition }) =>
      lines.map(({ text, target, status }) => [
        todayWords.groups[key],
        title,
        value,
        text,
        target ?? '',
        said.results[status],
        definition,
      ]),
    ),
  );

const courseOf = (report: Report): string[][] => {
  const words = stepWords(report);
  return report.steps.map((step) => [
    words(step),
    countWords(step.arrivals),
    countWords(step.answered),
    countWords(step.left),
    spanValue(step.p90),
    occupancyValue(step.occupancy),
  ]);
};

/** What is on the page as a file: the range and the rule first, then each figure with its definition, then the course. */
export const reportCsv = (report: Report): string =>
  stringify(
    [
      ...headOf(report),
      [],
      [said.group, said.figure, said.value, said.detail, said.target, said.result, said.definition],
      ...figuresOf(report),
      [],
      [
        todayWords.step[report.step],
        todayWords.arrivals,
        todayWords.answered,
        todayWords.left,
        todayWords.wait,
        todayWords.occupancy,
      ],
      ...courseOf(report),
    ].map((row) => (row.length === 0 ? [''] : row)),
    { bom: false, record_delimiter: 'windows' },
  ).replace(/^/, BYTE_ORDER_MARK);

/** Has the browser save it. */
export const saveReport = (report: Report): void => {
  const address = URL.createObjectURL(new Blob([reportCsv(report)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = said.file(report.days.from, report.days.until);
  link.click();
  URL.revokeObjectURL(address);
};
